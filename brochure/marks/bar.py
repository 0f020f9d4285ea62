"""The colour bar: patches of the process inks, measured while a sheet is printed."""

from collections.abc import Collection, Iterator

from brochure.catalog.marks import measures
from brochure.document.boxes import MM
from brochure.marks.frame import Frame
from brochure.marks.pen import number, rectangle
from brochure.marks.registration import spots


def colour_bar(frame: Frame, kinds: Collection[str]) -> Iterator[str]:
    """A row of patches in the middle of the widest gap of the upper side."""
    side, patches = frame.sides[0], measures().patches
    gaps = list(side.gaps(spots(side) if "registration" in kinds else ()))
    start, end = max(gaps, key=lambda gap: gap[1] - gap[0], default=(0.0, 0.0))
    wide = (end - start) / MM - 2 * measures().clear
    high = side.room / MM - measures().gap
    patch = min(measures().patch, wide / len(patches), high) * MM
    if patch < measures().smallest_patch * MM:
        return
    left = (start + end - patch * len(patches)) / 2
    yield "q"
    for index, inks in enumerate(patches):
        x, y = side.point(left + index * patch, measures().gap * MM)
        yield f"{' '.join(map(number, inks))} k {rectangle(x, y, patch, patch)} f"
    yield "Q"
