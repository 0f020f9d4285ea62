"""How full each page, panel and message is: the fit table of a file.

Rationale: whoever translates must know before how long a text may get; `layout/overflow` tells by
how much it is too long.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from brochure.check.layout.unit import Unit, units
from brochure.diagnostics import Span
from brochure.document.fragment import PlacedBox
from brochure.document.layout import Layout
from brochure.document.layout_map import PlacedLine

OPTICAL_MM = 2.0
"""A style may move a line by a millimetre or two so that it looks aligned."""
Key = tuple[int, int]


@dataclass(frozen=True)
class Slot:
    """A frame that texts must fit into, in mm and characters; `over` is what does not fit."""

    unit: str
    page: int
    """Of the file, counted from 1."""
    fit: str
    span: Span | None
    limit_mm: float
    used_mm: float
    characters: int
    over_mm: float
    over_characters: int


def slots(layout: Layout) -> Iterator[Slot]:
    """Every slot of a file, in order."""
    for unit in units(layout):
        seen: set[int] = set()
        for box in unit.fragment.boxes:
            if box.fit and box.key not in seen:
                seen.add(box.key)
                yield slot(unit, box)


def slot(unit: Unit, frame: PlacedBox) -> Slot:
    """The slot of a frame, on the page where it begins."""
    inside = [line for line in unit.fragment.layout.lines if _is_in(line, frame.key, unit.boxes)]
    bottom = frame.y + frame.height
    here = [line for line in inside if line.page == frame.page]
    below = [line for line in here if line.area.bottom > bottom + OPTICAL_MM]
    later = [line for line in inside if line.page > frame.page]
    end = max([frame.content_bottom, *(line.area.bottom for line in here)])
    over = max(0.0, end - bottom) + sum(_heights(later))
    return Slot(
        unit=unit.fragment.name,
        page=unit.start + frame.page - 1,
        fit=frame.fit or "",
        span=unit.span(frame.key, frame.key),
        limit_mm=frame.height,
        used_mm=end - frame.y + sum(_heights(later)),
        characters=sum(len(line.text) for line in inside),
        over_mm=over,
        over_characters=sum(len(line.text) for line in (*below, *later)),
    )


def _heights(lines: list[PlacedLine]) -> Iterator[float]:
    """How much of each page lines take."""
    for page in sorted({line.page for line in lines}):
        areas = [line.area for line in lines if line.page == page]
        yield max(area.bottom for area in areas) - min(area.top for area in areas)


def _is_in(line: PlacedLine, key: int, boxes: Mapping[int, PlacedBox]) -> bool:
    """Whether a line stands in a frame, or in a frame within it."""
    frame = line.frame
    while frame is not None:
        if frame == key:
            return True
        frame = boxes[frame].frame
    return False
