"""layout/covered: a line lies under a picture or a plane that hides it.

Rationale: what is painted later hides what is below (CSS 2.1, appendix E); the words are in the
file and read aloud, but nobody sees them. Only what is opaque and upright counts.
"""

from collections.abc import Iterator

from brochure.check.layout.unit import units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.layout import Layout


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each line of which too much is hidden."""
    for unit in units(layout):
        for line in unit.fragment.layout.lines:
            if line.covered >= rule.limit("share"):
                yield unit.told(rule, line, percent=round(line.covered * 100))
