"""The slug line: what a sheet is, in letters made of strokes, so that no font is needed."""

from collections.abc import Collection, Iterator

from brochure.catalog.marks import measures
from brochure.document.boxes import MM
from brochure.marks.frame import Frame
from brochure.marks.pen import CAPITAL, letters, number, width_of
from brochure.marks.registration import spots


def slug_line(frame: Frame, kinds: Collection[str]) -> Iterator[str]:
    """A line of text in the widest gap of the lower side, cut with … if it must be."""
    side = frame.sides[1]
    gaps = list(side.gaps(spots(side) if "registration" in kinds else ()))
    start, end = max(gaps, key=lambda gap: gap[1] - gap[0], default=(0.0, 0.0))
    clear, gap = measures().clear * MM, measures().gap * MM
    high = min(side.room - gap, measures().length * MM)
    text, size = _fitting(frame.text, end - start - 2 * clear)
    if not text or high < size:
        return
    x, y = side.point(start + clear, gap + high / 2 + size * CAPITAL / 64)
    width = number(measures().lettering_line)
    yield f"q {width} w 1 J 1 j {letters(text, x, y, size)} S Q"


def _fitting(text: str, width: float) -> tuple[str, float]:
    """The text in the size that fits, or as much of it as does in the smallest."""
    usual, smallest = measures().lettering, measures().smallest
    if not text or width_of(text, smallest) <= width:
        needed = width_of(text, usual)
        return text, usual if needed <= width else usual * width / needed
    while text and width_of(f"{text}…", smallest) > width:
        text = text[:-1]
    return (f"{text}…", smallest) if text else ("", smallest)
