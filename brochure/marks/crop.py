"""Crop marks, where the paper is cut, and fold marks, which are dashed."""

from collections.abc import Collection, Iterator

from brochure.catalog.marks import measures
from brochure.document.boxes import MM
from brochure.marks.frame import Frame, Side
from brochure.marks.pen import line

DASHED = "q [2 1.5] 0 d"


def crop_marks(frame: Frame, _: Collection[str]) -> Iterator[str]:
    """A line at both ends of each cut."""
    for side in frame.sides:
        for at in dict.fromkeys(side.cuts):
            yield from _mark(side, at)


def fold_marks(frame: Frame, _: Collection[str]) -> Iterator[str]:
    """A dashed line at both ends of each fold."""
    marks = [path for side in frame.sides for at in side.folds for path in _mark(side, at)]
    if marks:
        yield from (DASHED, *marks, "Q")


def _mark(side: Side, at: float) -> Iterator[str]:
    start = measures().gap * MM
    end = min(start + measures().length * MM, side.room)
    if end - start >= measures().shortest * MM:
        yield f"{line([side.point(at, start), side.point(at, end)])} S"
