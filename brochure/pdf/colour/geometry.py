"""Where content lies, as far as colour asks: how large letters are, how thin lines."""

import re

from brochure.document.boxes import Box
from brochure.pdf.matrix import Matrix, Point, box_of, placed

SEGMENT = re.compile(rb"((?:[-+.\d]+\s+)*)(re|[mlcvyh])\b")


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
    return [box_of(placed(x, y, matrix) for x, y in part) for part in parts]


def middle(path: bytes, matrix: Matrix) -> Point:
    """The middle of the box around a path."""
    box = Box.around(subpaths(path, matrix) or [Box(0, 0, 0, 0)])
    return (box.left + box.right) / 2, (box.bottom + box.top) / 2


def thickness(boxes: list[Box], clip: Box | None, *, even_odd: bool) -> float:
    """How thick what a filled path shows is.

    The engine paints a border as a frame, two nested rectangles, clipped to the side that is shown.
    """
    whole = Box.around(boxes)
    seen = whole.clipped(clip) if clip else whole
    shown = min(seen.width, seen.height)
    if even_odd and len(boxes) == 2 and whole in boxes:
        outer, inner = boxes
        return min(shown, max(abs(a - b) for a, b in zip(outer, inner, strict=True)))
    return shown
