"""Glue marks: hatching beside the strips of a tile over which the next tile is pasted."""

from collections.abc import Collection, Iterator

from brochure.catalog.marks import measures
from brochure.document.boxes import MM
from brochure.marks.frame import Frame, Side, Span
from brochure.marks.pen import line


def glue_marks(frame: Frame, _: Collection[str]) -> Iterator[str]:
    """A hatched field at both ends of each strip."""
    for side in frame.sides:
        for band in side.glued:
            yield from _field(side, band)


def _field(side: Side, band: Span) -> Iterator[str]:
    inner = measures().gap * MM
    outer = min(inner + measures().glue * MM, side.room)
    if outer - inner < measures().shortest * MM:
        return
    start, end = band
    corners = [(start, inner), (end, inner), (end, outer), (start, outer), (start, inner)]
    yield f"{line([side.point(*corner) for corner in corners])} S"
    rise, at = outer - inner, start
    while at < end:
        # A line at 45°, which ends where the field does.
        reach = min(rise, end - at)
        yield f"{line([side.point(at, inner), side.point(at + reach, inner + reach)])} S"
        at += measures().hatching * MM
