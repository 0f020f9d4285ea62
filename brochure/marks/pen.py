"""Lines, areas and letters as operators of PDF content (ISO 32000-1, 8.5)."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from unicodedata import normalize

from brochure.catalog.marks import Stroke, lettering

Point = tuple[float, float]
ROUND = 0.5522847498
"""How far the handles of a quarter of a circle reach, for a radius of 1."""
CAPITAL, SMALL = 21, 14


def number(value: float) -> str:
    """A coordinate to a thousandth of a point."""
    return f"{round(value, 3) + 0:.3f}".rstrip("0").rstrip(".")  # never -0


def line(points: Sequence[Point]) -> str:
    """A path through points."""
    first, *others = (f"{number(x)} {number(y)}" for x, y in points)
    return " ".join([f"{first} m", *(f"{point} l" for point in others)])


def rectangle(x: float, y: float, width: float, height: float) -> str:
    """A rectangle by a corner and its sides."""
    return f"{number(x)} {number(y)} {number(width)} {number(height)} re"


def circle(x: float, y: float, radius: float) -> str:
    """A circle, as four curves."""
    handle = radius * ROUND
    around = [(radius, 0.0), (0.0, radius), (-radius, 0.0), (0.0, -radius), (radius, 0.0)]
    path = [f"{number(x + radius)} {number(y)} m"]
    for (ax, ay), (bx, by) in pairwise(around):
        # The handle at a point stands at right angles to its radius.
        points = [
            (ax - ay * handle / radius, ay + ax * handle / radius),
            (bx + by * handle / radius, by - bx * handle / radius),
            (bx, by),
        ]
        path.append(" ".join(f"{number(x + dx)} {number(y + dy)}" for dx, dy in points) + " c")
    return " ".join(path)


def letters(text: str, x: float, y: float, size: float) -> str:
    """A line of letters, from the left end of their baseline."""
    scale = size / lettering().size
    paths = []
    for strokes, width in map(_drawn, text):
        paths += [line([(x + px * scale, y + py * scale) for px, py in s]) for s in strokes]
        x += width * scale
    return " ".join(paths)


def width_of(text: str, size: float) -> float:
    """How long a line of letters is."""
    return sum(width for _, width in map(_drawn, text)) * size / lettering().size


def _drawn(sign: str) -> tuple[Iterable[Stroke], float]:
    """The strokes of a sign, with its accents, and its width."""
    base, *marks = [sign] if sign in lettering().letters else list(normalize("NFD", sign))
    letter = lettering().letters.get(base) or lettering().letters[""]
    middle, up = letter.width / 2, CAPITAL - SMALL if base.isupper() else 0
    accents = (_lifted(s, middle, up) for m in marks for s in lettering().accents.get(m, ()))
    return (*letter.strokes, *accents), letter.width


def _lifted(stroke: Stroke, x: float, y: float) -> Stroke:
    """An accent where its letter is; what hangs below (a cedilla) stays there."""
    is_below = all(py <= 0 for _, py in stroke)
    return tuple((px + x, py if is_below else py + y) for px, py in stroke)
