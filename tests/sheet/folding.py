"""Paper that is printed, folded and turned as by hand; it knows nothing of how sheets are made."""

from collections.abc import Iterator, Sequence
from itertools import product

from brochure.document.boxes import Box
from brochure.sheet.surface import Placed, Sheet, Surface

Face = tuple[int | None, bool]
"""A page, and whether its head points down."""
Panel = tuple[Face, Face]
"""What is seen of a piece of paper from above, and what lies below."""
Paper = list[list[list[Panel]]]
"""Rows of stacks of panels, the upper row and the upper panel first."""


def rows_of(surface: Surface) -> list[list[Placed]]:
    """The pages as they are seen: by rows from the top, each from the left."""
    tops = sorted({round(each.trim.top) for each in surface.placed}, reverse=True)
    return [
        sorted(
            (each for each in surface.placed if round(each.trim.top) == top),
            key=lambda each: each.trim.left,
        )
        for top in tops
    ]


def paper_of(sheet: Sheet) -> Paper:
    """A printed sheet that lies on its front; what is below is found through the paper."""
    assert sheet.back
    front, back = sheet.front, sheet.back
    return [[[(_face(up), _face(behind(up, back, front)))] for up in row] for row in rows_of(back)]


def behind(placed: Placed, surface: Surface, other: Surface) -> Placed:
    """What lies at the same place of the other side, which is turned like the page of a book."""
    assert surface.media and other.media == surface.media
    box, width = placed.trim, surface.media.width
    mirrored = Box(width - box.right, box.bottom, width - box.left, box.top)
    (found,) = [each for each in other.placed if near(each.trim, mirrored)]
    return found


def near(one: Box, other: Box) -> bool:
    return all(abs(a - b) < 0.01 for a, b in zip(one, other, strict=True))


def _face(placed: Placed) -> Face:
    return placed.page, placed.upside_down


def folded(paper: Paper, way: str) -> Paper:
    """One fold through the middle: `left` means that the left half is laid over the right one."""
    rows, columns = len(paper), len(paper[0])
    match way:
        case "left":
            over = [row[: columns // 2][::-1] for row in paper]
            under = [row[columns // 2 :] for row in paper]
        case "right":
            over = [row[columns // 2 :][::-1] for row in paper]
            under = [row[: columns // 2] for row in paper]
        case "top":
            over, under = paper[: rows // 2][::-1], paper[rows // 2 :]
        case _:
            over, under = paper[rows // 2 :][::-1], paper[: rows // 2]
    is_level = way in ("top", "bottom")
    return [
        [turned_over(upper, is_level) + lower for upper, lower in zip(*pair, strict=True)]
        for pair in zip(over, under, strict=True)
    ]


def turned_over(stack: Sequence[Panel], is_level: bool) -> list[Panel]:
    """A stack of panels turned around an upright axis, or a level one, which turns heads."""
    return [
        ((below[0], below[1] != is_level), (above[0], above[1] != is_level))
        for above, below in reversed(stack)
    ]


def sections(paper: Paper, axes: str) -> Iterator[tuple[str, list[Face]]]:
    """All that paper can be folded to along these axes: the last fold's way, the faces in order."""
    ways = {"|": ("left", "right"), "-": ("top", "bottom")}
    for chosen in product(*(ways[axis] for axis in axes)):
        section = paper
        for way in chosen:
            section = folded(section, way)
        ((stack,),) = section
        yield chosen[-1], [face for panel in stack for face in panel]
