"""layout/empty-panel: every panel and page shows something.

Rationale: a panel that lost its text is seen only by whoever unfolds the sheet: a section without a
text for it, or a row of messages that ends early.
"""

from collections.abc import Iterator

from brochure.check.layout.unit import Unit, place, units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.fragment import PlacedBox
from brochure.document.layout import Layout
from brochure.document.layout_map import Area


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each frame in which neither a word nor a picture stands."""
    for unit in units(layout):
        filled = _filled(unit)
        for box in unit.fragment.boxes:
            if box.fit and (box.key, box.page) not in filled:
                span, page = unit.span(box.key, box.key), unit.start + box.page - 1
                area = Area(box.x, box.y, box.x + box.width, box.y + box.height)
                yield rule.at(span, fit=box.fit, page=page, area=place(area))


def _filled(unit: Unit) -> set[tuple[int, int]]:
    """Frames by key and page that hold something, also by a frame within them."""
    held: set[tuple[int, int]] = set()
    for item in unit.fragment.layout.items:
        frame: PlacedBox | None = None if item.frame is None else unit.boxes[item.frame]
        while frame is not None:
            held.add((frame.key, item.page))
            frame = None if frame.frame is None else unit.boxes[frame.frame]
    return held
