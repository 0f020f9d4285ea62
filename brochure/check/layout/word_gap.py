"""layout/word-gap: spaces of justified lines are not torn wide open.

Rationale: gaps that are wider than the distance of lines run together to rivers, and words stand
alone (`text-align: justify` without enough places to divide).
"""

from collections.abc import Iterator

from brochure.check.layout.unit import units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.layout import Layout, blocks


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """One finding for each paragraph with such lines, at the worst."""
    for unit in units(layout):
        for lines in blocks(unit.fragment):
            wide = [line for line in lines if line.stretch > rule.limit("em")]
            if wide:
                worst = max(wide, key=lambda line: line.stretch)
                yield unit.told(rule, worst, count=len(wide), found=f"{worst.stretch:.1f}")
