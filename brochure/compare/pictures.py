"""Pictures of two pages: where they differ to the eye, in mm, and one laid over the other."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from brochure.catalog.comparison import PictureLimits
from brochure.document.change import Area

if TYPE_CHECKING:
    from PIL.Image import Image

MM_PER_POINT = 25.4 / 72
WHITE = 255
QUALITY = 82
PALE = [level // 2 + 128 for level in range(256)]
HALF = [level // 2 for level in range(256)]
PAGE_EDGE = 14_400
"""Points that a page may be long at most (ISO 32000-1, annex C); larger ones are not painted."""


class Painter:
    """Paints the pages of one file."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        self._document = pypdfium2.PdfDocument(data)

    def __enter__(self) -> "Painter":
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    def longest(self, number: int) -> float:
        """The longer edge of a page in points; 0 where it can't be painted."""
        import pypdfium2

        try:
            edge: float = max(self._document[number - 1].get_size())
        except (pypdfium2.PdfiumError, IndexError):
            return 0.0
        return edge if edge <= PAGE_EDGE else 0.0

    def page(self, number: int, scale: float) -> "Image":
        """A page as it is seen, with so many pixels a point."""
        bitmap = self._document[number - 1].render(scale=scale, rev_byteorder=True)
        picture: Image = bitmap.to_pil().convert("RGB")
        return picture


def differing(before: "Image", after: "Image", limits: PictureLimits) -> "Image":
    """A mask of the pixels that differ to the eye.

    Blurred by a pixel first: the grey of an edge may lie a little to either side.
    """
    from PIL import ImageChops, ImageFilter

    apart = ImageChops.difference(
        *(picture.filter(ImageFilter.BoxBlur(1)) for picture in (before, after))
    )
    red, green, blue = apart.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point([0] * limits.faint + [WHITE] * (WHITE + 1 - limits.faint))


def on_one_ground(*pictures: "Image") -> "list[Image]":
    """Pictures on paper that is large enough for each."""
    from PIL import Image

    size = (max(one.width for one in pictures), max(one.height for one in pictures))
    found = []
    for picture in pictures:
        ground = Image.new("RGB", size, (WHITE,) * 3)
        ground.paste(picture, (0, 0))
        found.append(ground)
    return found


def share(mask: "Image") -> float:
    """How much of the area differs."""
    return mask.histogram()[WHITE] / (mask.width * mask.height)


def marks(mask: "Image", scale: float, limits: PictureLimits) -> tuple[Area, ...]:
    """Rectangles in mm around what differs; what lies near together is in one."""
    step = max(1, round(limits.apart * scale / 2))
    cells = mask.reduce(step).point([0] + [WHITE] * WHITE)  # any pixel of a cell
    boxes = [_tight(mask, [side * step for side in box], limits.least) for box in _islands(cells)]
    found = [box for box in boxes if box]
    if len(found) > limits.marks:
        lefts, tops, rights, bottoms = zip(*found, strict=True)
        found = [(min(lefts), min(tops), max(rights), max(bottoms))]
    return tuple(sorted(_area(box, scale) for box in found))


def _islands(cells: "Image") -> Iterator[tuple[int, int, int, int]]:
    """The box of each group of cells that touch one another, also at a corner."""
    width = cells.width
    left = {at for at, cell in enumerate(cells.tobytes()) if cell}
    while left:
        waiting = [left.pop()]
        columns, rows = set(), set()
        while waiting:
            row, column = divmod(waiting.pop(), width)
            columns.add(column)
            rows.add(row)
            for y in (row - 1, row, row + 1):
                for x in range(max(0, column - 1), min(width, column + 2)):
                    if (at := y * width + x) in left:
                        left.remove(at)
                        waiting.append(at)
        yield min(columns), min(rows), max(columns) + 1, max(rows) + 1


def _tight(mask: "Image", box: list[int], least: int) -> tuple[int, int, int, int] | None:
    """The box of the pixels themselves; nothing where they are too few to be seen."""
    left, top, right, bottom = box
    part = mask.crop((left, top, min(right, mask.width), min(bottom, mask.height)))
    inner = part.getbbox()
    if inner is None or part.histogram()[WHITE] < least:
        return None
    return left + inner[0], top + inner[1], left + inner[2], top + inner[3]


def _area(box: tuple[int, int, int, int], scale: float) -> Area:
    left, top, right, bottom = (round(side / scale, 1) for side in box)
    return left, top, round(right - left, 1), round(bottom - top, 1)


def laid_over(before: "Image", after: "Image") -> "Image":
    """What is gone in red, what has come in blue, what is in both in grey."""
    from PIL import Image, ImageChops

    ours, theirs = (picture.convert("L") for picture in (before, after))
    both = ImageChops.darker(ours, theirs)
    gone, come = ImageChops.subtract(theirs, ours), ImageChops.subtract(ours, theirs)
    red = ImageChops.subtract(theirs.point(PALE), come.point(HALF))
    green = ImageChops.subtract(both.point(PALE), ImageChops.lighter(gone, come).point(HALF))
    blue = ImageChops.subtract(ours.point(PALE), gone.point(HALF))
    return Image.merge("RGB", (red, green, blue))


def webp(picture: "Image") -> bytes:
    """A picture as small as a page needs it."""
    packed = BytesIO()
    picture.save(packed, "WEBP", quality=QUALITY, method=2)
    return packed.getvalue()
