"""layout/last-line: a paragraph does not end with the rest of a word.

Rationale: a last line of a few letters looks like a mistake and costs a whole line (typographers
ask for at least the width of an indent). A short word of its own is told as well, more quietly.
"""

from collections.abc import Iterator

from brochure.check.layout.unit import units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.layout import Layout, blocks


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each longer paragraph whose last line is part of a word, or a short one."""
    for unit in units(layout):
        for lines in blocks(unit.fragment):
            last = lines[-1]
            if len(lines) < rule.limit("lines") or len(last.text.split()) > 1:
                continue
            characters = len(last.text)
            if lines[-2].is_divided:
                yield unit.told(rule, last, "part", characters=characters)
            elif characters <= rule.limit("characters"):
                yield unit.told(rule, last, level=Severity.NOTE, characters=characters)
