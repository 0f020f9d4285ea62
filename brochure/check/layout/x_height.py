"""layout/x-height: type is large enough to be read from where it is read.

Rationale: what the eye reads by is the x-height, which differs by a third between fonts of one size
in points. Held in the hand, 1.2 mm is the least that law asks of any text that must be read
(Regulation (EU) 1169/2011, article 13); on a poster the largest text must be legible from its
distance (DIN 1450; `catalog/legibility.py`).
"""

from collections.abc import Iterator

from brochure.catalog import legible_x_height
from brochure.check.layout.unit import units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.layout import Layout


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each block that is too small in the hand, and each page from its distance."""
    least = rule.limit("least_mm")
    distance = layout.format.distance
    from_afar = legible_x_height(distance) * rule.limit("rounding") if distance else 0
    for unit in units(layout):
        told: set[int] = set()
        lines = unit.fragment.layout.lines
        for line in lines:
            if line.x_height < least and line.block not in told:
                told.add(line.block)
                size = f"{line.size * least / line.x_height:.1f}"
                found = f"{line.x_height:.2f}"
                yield unit.told(rule, line, found=found, wanted=f"{least:g}", size=size)
        largest = max(lines, key=lambda line: line.x_height, default=None)
        if largest and largest.x_height < from_afar:
            found, wanted = f"{largest.x_height:.1f}", f"{from_afar:.1f}"
            yield unit.told(
                rule, largest, "distance", found=found, wanted=wanted, metres=f"{distance:g}"
            )
