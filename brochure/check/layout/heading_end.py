"""layout/heading-end: a heading is not the last thing in its column or on its page.

Rationale: it belongs to what follows; torn from it, it announces nothing (CSS Fragmentation 3, 3.1:
`break-after: avoid`).
"""

from collections.abc import Iterator
from itertools import pairwise

from brochure.check.layout.unit import units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.fragment import Fragment
from brochure.document.layout import Layout, blocks
from brochure.document.layout_map import PlacedLine

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each heading whose text begins in the next column or on the next page."""
    for unit in units(layout):
        for heading, after in pairwise(blocks(unit.fragment)):
            if heading[-1].element in HEADINGS and _is_torn(heading[-1], after[0], unit.fragment):
                yield unit.told(rule, heading[-1])


def _is_torn(heading: PlacedLine, after: PlacedLine, fragment: Fragment) -> bool:
    """Whether a text goes on elsewhere; what has a frame of its own was put there on purpose."""
    columns = fragment.layout.columns
    here, there = columns[heading.column], columns[after.column]
    return heading.column != after.column and (here.flow, heading.frame) == (
        there.flow,
        after.frame,
    )
