"""A fragment for tests that look at a part of it alone."""

from brochure.document.fragment import Fragment, PaintedPage, PlacedBox
from brochure.document.structure import Skeleton

BOX = (0.0, 0.0, 1.0, 1.0)
PAGE = PaintedPage(BOX, BOX, b"", (), ())


def fragment(name: str, pages: int, boxes: tuple[PlacedBox, ...] = ()) -> Fragment:
    """A unit of so many empty pages."""
    return Fragment(
        name=name,
        boxes=boxes,
        files=(),
        diagnostics=(),
        kinds=(),
        is_numbered=False,
        painted=(PAGE,) * pages,
        fonts=(),
        pictures=(),
        skeleton=Skeleton(name, pages, "de", ()),
    )
