"""layout/clipped: a line is cut off by the edge of its box.

Rationale: `overflow: hidden` hides what does not fit, and no reader knows that there was more. The
PDF still has the words, so that neither a search nor a screen reader notices.
"""

from collections.abc import Iterator

from brochure.check.layout.unit import units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.layout import Layout


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each line of which a part is hidden."""
    for unit in units(layout):
        for line in unit.fragment.layout.lines:
            if line.cut > rule.limit("cut_mm"):
                yield unit.told(rule, line, cut=f"{line.cut:.1f}", characters=len(line.text))
