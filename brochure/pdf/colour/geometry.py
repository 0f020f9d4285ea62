"""Where content lies, as far as colour asks: how large letters are, how thin lines."""

import re
from math import hypot, sqrt
from typing import NamedTuple

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
SEGMENT = re.compile(rb"((?:[-+.\d]+\s+)*)(re|[mlcvyh])\b")


class Box(NamedTuple):
    """A rectangle in points on the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def thickness(self) -> float:
        """Its shorter side."""
        return min(self.right - self.left, self.top - self.bottom)

    def within(self, other: "Box | None") -> "Box":
        """What both have in common."""
        if other is None:
            return self
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        right, top = min(self.right, other.right), min(self.top, other.top)
        return Box(left, bottom, max(left, right), max(bottom, top))


def times(first: Matrix, then: Matrix) -> Matrix:
    """Both one after the other (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def height(matrix: Matrix) -> float:
    """How high a thing of height 1 is under a matrix."""
    return hypot(matrix[2], matrix[3])


def scale(matrix: Matrix) -> float:
    """How wide a line of width 1 is, on the average of its directions."""
    a, b, c, d, _, _ = matrix
    return sqrt(abs(a * d - b * c))


def subpaths(path: bytes, matrix: Matrix) -> list[Box]:
    """The boxes around the parts of a path, with the handles of its curves."""
    parts: list[list[Point]] = []
    for found in SEGMENT.finditer(path):
        numbers = [float(number) for number in found[1].split()]
        if found[2] in (b"m", b"re"):
            parts.append([])
        if found[2] == b"re":
            x, y, width, tall = numbers
            numbers = [x, y, x + width, y, x, y + tall, x + width, y + tall]
        parts[-1] += zip(numbers[::2], numbers[1::2], strict=True)
    return [_around(part, matrix) for part in parts]


def middle(path: bytes, matrix: Matrix) -> Point:
    """The middle of the box around a path."""
    box = around(subpaths(path, matrix) or [Box(0, 0, 0, 0)])
    return (box.left + box.right) / 2, (box.bottom + box.top) / 2


def around(boxes: list[Box]) -> Box:
    """The box around boxes."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Box(min(lefts), min(bottoms), max(rights), max(tops))


def thickness(boxes: list[Box], clip: Box | None, *, even_odd: bool) -> float:
    """How thick what a filled path shows is.

    The engine paints a border as a frame, two nested rectangles, clipped to the side that is shown.
    """
    whole = around(boxes)
    shown = whole.within(clip).thickness
    if even_odd and len(boxes) == 2 and whole in boxes:
        outer, inner = boxes
        return min(shown, max(abs(a - b) for a, b in zip(outer, inner, strict=True)))
    return shown


def _around(points: list[Point], matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))
