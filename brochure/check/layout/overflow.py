"""layout/overflow: a page or a panel has more text than it can show.

Rationale: what does not fit moves to a page nobody planned, or out of the sheet; the layout engine
says nothing about it.
"""

from collections.abc import Iterator

from brochure.diagnostics import Diagnostic
from brochure.document.fragment import Fragment, PlacedBox

TOLERANCE_MM = 0.3


def overflows(fragment: Fragment) -> Iterator[Diagnostic]:
    """One finding for each page or panel that is too small for its content."""
    seen: set[int] = set()
    for box in fragment.boxes:
        if not box.fit:
            continue
        if box.key in seen:
            yield _finding(fragment, box, _first_on_page(fragment, box.page))
        elif box.content_bottom > box.y + box.height + TOLERANCE_MM:
            yield _finding(fragment, box, _first_below(fragment, box))
        seen.add(box.key)


def _finding(fragment: Fragment, box: PlacedBox, culprit: PlacedBox | None) -> Diagnostic:
    span = culprit.source if culprit else None
    return Diagnostic.of("layout/overflow", span, unit=fragment.name, fit=box.fit)


def _first_on_page(fragment: Fragment, page: int) -> PlacedBox | None:
    return next((box for box in fragment.boxes if box.page == page and box.source), None)


def _first_below(fragment: Fragment, frame: PlacedBox) -> PlacedBox | None:
    """The first text inside the frame that ends below it."""
    bottom = frame.y + frame.height + TOLERANCE_MM
    inside = (box for box in fragment.boxes if box.page == frame.page and box.source)
    return next(
        (
            box
            for box in inside
            if box.y + box.height > bottom and frame.x <= box.x + 0.1 < frame.x + frame.width
        ),
        None,
    )
