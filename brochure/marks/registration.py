"""Registration marks: by them plates are laid exactly upon each other."""

from collections.abc import Collection, Iterator

from brochure.catalog.marks import measures
from brochure.document.boxes import MM, TOLERANCE
from brochure.marks.frame import Frame, Side, Span
from brochure.marks.pen import circle, line

PLACES = (1 / 2, 1 / 4, 3 / 4, 1 / 8, 7 / 8)
"""Where along a side one may stand: the first that keeps clear of crop and fold marks."""
OUTER, INNER = 0.34, 0.17
"""Radius of its circle and of its disc, as parts of its size."""


def registration_marks(frame: Frame, _: Collection[str]) -> Iterator[str]:
    """One at each side that has room for it."""
    for side in frame.sides:
        for at, _end in spots(side):
            yield from _target(*side.point(at + size() / 2, measures().gap * MM + size() / 2))


def spots(side: Side) -> Iterator[Span]:
    """The part of a side that its registration mark takes, if there is one."""
    start, end = side.extent
    marks = {*side.cuts, *side.folds, *(edge for band in side.glued for edge in band)}
    clear = size() / 2 + measures().clear * MM
    if side.room + TOLERANCE < measures().gap * MM + size():
        return
    for part in PLACES:
        at = start + part * (end - start)
        if all(abs(at - mark) >= clear for mark in marks):
            yield at - size() / 2, at + size() / 2
            return


def size() -> float:
    """How large one is: as high as the strip of marks."""
    return measures().length * MM


def _target(x: float, y: float) -> Iterator[str]:
    """A circle, a disc in it, and a cross through both, which is white on the disc."""
    arm, disc = size() / 2, INNER * size()
    yield f"{circle(x, y, OUTER * size())} S"
    yield f"{circle(x, y, disc)} f"
    yield f"{line([(x - arm, y), (x + arm, y)])} {line([(x, y - arm), (x, y + arm)])} S"
    cross = f"{line([(x - disc, y), (x + disc, y)])} {line([(x, y - disc), (x, y + disc)])}"
    yield f"q 0 SCN {cross} S Q"
