"""layout/overlap: two texts are printed over one another.

Rationale: neither of them can be read then. The layout engine does not keep texts apart that are
positioned, or that leave a box which is too small for them.
"""

from collections.abc import Iterator
from itertools import groupby

from brochure.check.layout.unit import units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.fragment import Fragment
from brochure.document.layout import Layout
from brochure.document.layout_map import PlacedLine

Pair = tuple[PlacedLine, PlacedLine]


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each two blocks of which a line meets one of the other."""
    for unit in units(layout):
        told: set[frozenset[int]] = set()
        for upper, lower in _neighbours(unit.fragment):
            both = frozenset((upper.block, lower.block))
            if both not in told and _meet(upper, lower, rule):
                told.add(both)
                other = unit.told(rule, upper).values
                yield unit.told(rule, lower, other=dict(other)["text"])


def _neighbours(fragment: Fragment) -> Iterator[Pair]:
    """Lines of different blocks that share some height of a page."""
    lines = sorted(fragment.layout.lines, key=lambda line: (line.page, line.area.top))
    for _, page in groupby(lines, lambda line: line.page):
        above: list[PlacedLine] = []
        for line in page:
            above = [other for other in above if other.area.bottom > line.area.top]
            yield from ((other, line) for other in above if other.block != line.block)
            above.append(line)


def _meet(one: PlacedLine, other: PlacedLine, rule: Rule) -> bool:
    """Whether both share so much that letters meet, and are of sizes that are both read.

    A giant numeral behind a text is there to be looked at.
    """
    small, large = sorted((one.size, other.size))
    if large > small * rule.limit("times"):
        return False
    both = one.area.shared(other.area)
    height = min(one.area.height, other.area.height)
    return both.width > rule.limit("width_mm") and both.height > rule.limit("share") * height
