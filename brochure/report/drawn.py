"""Pages as they are drawn in a report: pictures, marks and layers, turned as the page is turned."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from brochure.document.examined import Area, PageView, Region
from brochure.report.told import Told

KINDS = ((b"\x89PNG", "image/png"), (b"\xff\xd8", "image/jpeg"), (b"RIFF", "image/webp"))
UNIT = 1 / 100
"""Signs on a page are measured by its width, so that they look alike on a card and on a poster."""
STEP = 4.6
"""How far apart numbers lie that would cover one another, in units."""


@dataclass(frozen=True)
class Numbered:
    """A finding with its number in what was looked at."""

    number: int
    told: Told


@dataclass(frozen=True)
class Mark:
    """A finding on a page: its box, and the middle of its number."""

    numbered: Numbered
    area: Area | None
    x: float
    y: float


@dataclass(frozen=True)
class DrawnPage:
    """A page with all that lies over it, in mm of its picture."""

    number: int
    shown: Area
    unit: float
    picture: str
    marks: tuple[Mark, ...]
    order: tuple[Region, ...]
    tags: tuple[Region, ...]
    boxes: tuple[Region, ...]
    heat: str
    ink: str

    @property
    def path(self) -> str:
        """The way of the eye from one box of the reading order to the next."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in map(_middle, self.order))


def drawn(view: PageView, findings: Iterable[Numbered]) -> DrawnPage:
    """A page with the findings that lie on it."""
    shown = turned(view.shown, view.shown, view.rotate)
    unit = shown[2] * UNIT
    own = [item for item in findings if item.told.page == view.number]
    return DrawnPage(
        view.number,
        shown,
        unit,
        address(view.picture),
        tuple(_marks(own, view, shown, unit)),
        _regions(view.reading_order, view),
        _regions(view.tags, view),
        _regions(view.boxes, view),
        address(view.heat),
        address(view.ink),
    )


def turned(area: Area, shown: Area, rotate: int) -> Area:
    """An area on a page that is shown turned clockwise."""
    left, top, width, height = area
    x, y = left - shown[0], top - shown[1]
    match rotate % 360:
        case 90:
            return shown[3] - y - height, x, height, width
        case 180:
            return shown[2] - x - width, shown[3] - y - height, width, height
        case 270:
            return y, shown[2] - x - width, height, width
    return x, y, width, height


def address(picture: bytes) -> str:
    """A picture as the address that holds it; empty where there is none."""
    kind = next((kind for head, kind in KINDS if picture.startswith(head)), "")
    return f"data:{kind};base64,{b64encode(picture).decode()}" if kind else ""


def _marks(
    findings: Iterable[Numbered], view: PageView, shown: Area, unit: float
) -> Iterator[Mark]:
    """What has no area is a number in the corner; numbers at one place stand side by side."""
    taken: set[tuple[int, int]] = set()
    last: dict[tuple[float, float], tuple[float, float]] = {}
    for item in findings:
        area = turned(item.told.area, view.shown, view.rotate) if item.told.area else None
        left, top = (area or (0, 0))[:2]
        x = min(max(left, 2.2 * unit), shown[2] - 2.2 * unit)
        y = min(max(top, 2.2 * unit), shown[3] - 2.2 * unit)
        start = x, y
        x, y = last.get(start, start)  # many at one place need not be passed one by one
        while (place := (round(x / unit / STEP), round(y / unit / STEP))) in taken:
            x += STEP * unit
            if x > shown[2]:
                x, y = 2.2 * unit, y + STEP * unit
        taken.add(place)
        last[start] = x, y
        yield Mark(item, area, x, y)


def _regions(regions: Iterable[Region], view: PageView) -> tuple[Region, ...]:
    return tuple(
        Region(turned(region.area, view.shown, view.rotate), region.label, region.text)
        for region in regions
    )


def _middle(region: Region) -> tuple[float, float]:
    left, top, width, height = region.area
    return left + width / 2, top + height / 2
