"""layout/hyphens: not too many lines in a row end with a hyphen.

Rationale: the eye loses its line where hyphens stand one below the other; more than two in a row
are avoided in books (Forssman/de Jong, Detailtypografie; CSS Text 4, `hyphenate-limit-lines`, which
the layout engine does not know).
"""

from collections.abc import Iterator
from itertools import groupby

from brochure.check.layout.unit import units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.layout import Layout, blocks
from brochure.document.layout_map import PlacedLine

HYPHENS = ("-", "‐")


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each row of hyphens that is too long, at its first line."""
    for unit in units(layout):
        for lines in blocks(unit.fragment):
            for (ends, _), row in groupby(lines, lambda line: (_ends(line), line.column)):
                found = list(row) if ends else []
                if len(found) > rule.limit("rows"):
                    yield unit.told(rule, found[0], count=len(found))


def _ends(line: PlacedLine) -> bool:
    return line.is_divided or line.text.endswith(HYPHENS)
