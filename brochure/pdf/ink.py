"""Plates → how much ink a page takes, in its fullest point and its fullest square.

Pillow alone does it, in 0.5 s for a poster in A1: a sum over 45 pixels is made of six sums of two
pictures that are shifted against each other.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from brochure.document.ink import Fullest, InkCoverage

if TYPE_CHECKING:
    from PIL.Image import Image

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
PIXELS_A_MM = 3
"""76.2 ppi. GWG looks at 72 or more; at 36 the edge of a patch still counted as full (measured)."""
PPI = PIXELS_A_MM * 25.4
FULL = 255


def ink_coverage(
    page: int, plates: Mapping[str, Path], square_mm: int, without: Collection[str] = ()
) -> InkCoverage:
    """The ink of a page by its plates (grey pictures, black is full) of `PPI`.

    Plates that are no ink, such as one for a varnish or for cutting, are left out by name.
    """
    from PIL import Image, ImageChops

    total, process, used = None, None, []
    for name in sorted(set(plates) - set(without)):
        with Image.open(plates[name]) as plate:
            ink = ImageChops.invert(plate.convert("L")).convert("I")
        if _most(ink):
            used.append(name)
        total = _sum(total, ink)
        if name in PROCESS:
            process = _sum(process, ink)
    assert total is not None and process is not None  # a page has the plates of all four inks
    side = square_mm * PIXELS_A_MM
    squares = _sums(_sums(process, side, 0), side, 1)
    pixels = min(side, process.width) * min(side, process.height)
    return InkCoverage(page, _fullest(total, 1), _fullest(squares, pixels), tuple(used))


def _sums(picture: "Image", length: int, axis: int) -> "Image":
    """For each pixel the sum of those from it on, `length` of them along an axis."""
    length = min(length, picture.size[axis])
    result, reached = None, 0
    doubled, step = picture, 1
    while True:
        if length & step:
            result = _shifted_sum(result, doubled, reached, axis) if result else doubled
            reached += step
        if step * 2 > length:
            break
        doubled = _shifted_sum(doubled, doubled, step, axis)
        step *= 2
    assert result is not None
    return result


def _shifted_sum(one: "Image", other: "Image", shift: int, axis: int) -> "Image":
    """The sum of two pictures, the second moved; as large as both reach."""
    start = (shift, 0) if axis == 0 else (0, shift)
    width, height = (
        min(mine, its - moved) for mine, its, moved in zip(one.size, other.size, start, strict=True)
    )
    left, top = start
    moved = other.crop((left, top, left + width, top + height))
    return _sum(one.crop((0, 0, width, height)), moved)


def _sum(one: "Image | None", other: "Image") -> "Image":
    from PIL import ImageMath

    if one is None:
        return other
    total: Image = ImageMath.lambda_eval(lambda of: of["one"] + of["other"], one=one, other=other)
    return total


def _fullest(sums: "Image", pixels: int) -> Fullest:
    """The largest of sums over so many pixels, and the first place where it is."""
    from PIL import ImageMath

    most = _most(sums)
    there = ImageMath.lambda_eval(lambda of: of["sums"] >= most, sums=sums).convert("L")
    left, top, right, _ = there.getbbox()
    left += there.crop((left, top, right, top + 1)).getbbox()[0]
    return Fullest(100 * most / FULL / pixels, left / PIXELS_A_MM, top / PIXELS_A_MM)


def _most(picture: "Image") -> float:
    return cast("tuple[float, float]", picture.getextrema())[1]
