"""A page of the source at its place on a sheet: the matrix that puts it there, and its clip."""

from typing import NamedTuple

from brochure.document.boxes import Box
from brochure.marks.pen import number, rectangle
from brochure.sheet.source import SourcePage
from brochure.sheet.surface import Placed


class Matrix(NamedTuple):
    """A transformation (ISO 32000-1, 8.3.3)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def of(self, box: Box) -> Box:
        """Where a box comes to lie; for turns by right angles alone."""
        xs = sorted(self.a * x + self.c * y for x, y in (box[:2], box[2:]))
        ys = sorted(self.b * x + self.d * y for x, y in (box[:2], box[2:]))
        return Box(xs[0] + self.e, ys[0] + self.f, xs[1] + self.e, ys[1] + self.f)


def operators(placed: Placed, page: SourcePage, name: str) -> str:
    """Paint the form `name` where the page belongs, and of its bleed what its window shows."""
    matrix = matrix_of(placed, page)
    clip = matrix.of(page.bleed).clipped(placed.window)
    numbers = " ".join(map(number, matrix))
    shown = rectangle(clip.left, clip.bottom, clip.width, clip.height)
    return f"q {shown} W n {numbers} cm /{name} Do Q"


def matrix_of(placed: Placed, page: SourcePage) -> Matrix:
    """From the coordinates of the source page to those of the sheet."""
    unit, trim = page.unit, page.trim
    left, bottom = trim.left * unit, trim.bottom * unit
    right, top = trim.right * unit, trim.top * unit
    x, y = placed.trim.left, placed.trim.bottom
    match (page.angle + 180 * placed.upside_down) % 360:
        case 0:
            return Matrix(unit, 0, 0, unit, x - left, y - bottom)
        case 90:
            return Matrix(0, -unit, unit, 0, x - bottom, y + right)
        case 180:
            return Matrix(-unit, 0, 0, -unit, x + right, y + top)
        case _:
            return Matrix(0, unit, -unit, 0, x + top, y - left)
