"""Which pages look otherwise, and the pictures that show it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from brochure.catalog.comparison import CompareLimits, PictureLimits
from brochure.compare.pages import PagePair
from brochure.compare.pictures import (
    MM_PER_POINT,
    Painter,
    differing,
    laid_over,
    marks,
    on_one_ground,
    share,
    webp,
)
from brochure.document.change import Change, Place, Places, Sheet

if TYPE_CHECKING:
    from PIL.Image import Image


def changed_sheets(
    before: Painter,
    after: Painter,
    pages: Sequence[PagePair],
    limits: CompareLimits,
    pictures: bool,
) -> Iterator[Sheet | PagePair]:
    """A sheet for each page that looks otherwise; the pair itself where it can't be painted."""
    shown = limits.shown if pictures else 0
    for pair in pages[: limits.pictures]:
        found = _sheet(before, after, pair, limits.picture, shown > 0)
        if found:
            shown -= 1
            yield found
    yield from pages[limits.pictures :]


def picture_changes(sheets: Sequence[Sheet]) -> list[Change]:
    """A change for each page that is in both files and looks otherwise."""
    return [
        Change(
            "pictures",
            "changed",
            "picture",
            places=_places(sheet),
            name=f"{max(sheet.share * 100, 0.01):.2f}",
            more=len(sheet.marks) - 1,
        )
        for sheet in sheets
        if sheet.before and sheet.after
    ]


def _places(sheet: Sheet) -> tuple[Places, ...]:
    before, after = sheet.before or 0, sheet.after or 0
    return tuple((Place(before, area), Place(after, area)) for area in sheet.marks)


def _sheet(
    before: Painter, after: Painter, pair: PagePair, limits: PictureLimits, shown: bool
) -> Sheet | PagePair | None:
    ours, theirs = pair.numbers
    edges = [
        painter.longest(number) for painter, number in ((before, ours), (after, theirs)) if number
    ]
    if not all(edges):
        return pair
    scale = limits.long_edge / max(edges)
    if not (ours and theirs):
        number, painter = (ours, before) if ours else (theirs, after)
        return _alone(pair, painter.page(number, scale), scale) if shown else None
    pictures = before.page(ours, scale), after.page(theirs, scale)
    return _both(pair, pictures, scale, limits, shown)


def _alone(pair: PagePair, picture: "Image", scale: float) -> Sheet:
    """A page of one file only."""
    ours, theirs = pair.numbers
    packed = webp(picture)
    pictures = (packed, b"", b"") if ours else (b"", packed, b"")
    return Sheet(ours or None, theirs or None, size=_size(picture, scale), pictures=pictures)


def _both(
    pair: PagePair,
    pictures: "tuple[Image, Image]",
    scale: float,
    limits: PictureLimits,
    shown: bool,
) -> Sheet | None:
    ours, theirs = on_one_ground(*pictures)
    if ours.tobytes() == theirs.tobytes() and pictures[0].size == pictures[1].size:
        return None
    mask = differing(ours, theirs, limits)
    found = marks(mask, scale / MM_PER_POINT, limits)
    if not found:
        return None
    size = _size(ours, scale)
    packed = (webp(ours), webp(theirs), webp(laid_over(ours, theirs))) if shown else (b"",) * 3
    return Sheet(*pair.numbers, found, share(mask), size, packed)


def _size(picture: "Image", scale: float) -> tuple[float, float]:
    width, height = (round(edge / scale * MM_PER_POINT, 1) for edge in picture.size)
    return width, height
