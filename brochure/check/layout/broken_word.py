"""layout/broken-word: no word is divided from one page or column to the next.

Rationale: who turns the page has to keep half a word in mind (CSS Text 4, `hyphenate-limit-last`,
which the layout engine does not know).
"""

from collections.abc import Iterator
from itertools import pairwise

from brochure.check.layout.unit import units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.layout import Layout, blocks


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each word that is divided there, at the line with its beginning."""
    for unit in units(layout):
        for lines in blocks(unit.fragment):
            for line, after in pairwise(lines):
                if line.is_divided and line.column != after.column:
                    yield unit.told(rule, line, "page" if line.page != after.page else "")
