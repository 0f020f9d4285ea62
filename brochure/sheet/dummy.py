"""A picture of the sheets with page numbers (SVG), to see what comes to lie where.

A number stands on its head where the page does, so that the picture can be printed and folded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import digits

from brochure.document.boxes import MM, Box
from brochure.sheet.job import Job
from brochure.sheet.slug import surface_names
from brochure.sheet.surface import Placed, Sheet, Surface

ACROSS = 4
"""How many sheets with one side stand in a row."""
TITLE = 0.05
"""Height of a title, by that of the sheet."""
NUMBER = 1 / 3
"""Size of a number, by the shorter side of its page."""
BOTH_WAYS = "0689"
"""Digits that are digits upside down, too: a line says where their foot is."""
STYLE = (
    "text{font-family:sans-serif;text-anchor:middle;fill:#222}"
    "rect{fill:#fff;stroke:#222;stroke-width:.3}.paper{fill:#eee;stroke:#999}"
    ".empty{fill:#ddd}.title{text-anchor:start}"
    "line{stroke:#c00;stroke-width:.4;stroke-dasharray:2 1.5}"
)


@dataclass(frozen=True)
class Drawn:
    """A surface with its title; sizes in mm."""

    surface: Surface
    title: str

    @property
    def paper(self) -> Box:
        """The paper, in points."""
        return self.surface.media or self.surface.bleed

    @property
    def line(self) -> float:
        """The height of its title."""
        return self.paper.height / MM * TITLE


def dummy(sheets: Sequence[Sheet], job: Job) -> bytes:
    """All surfaces, those of one sheet side by side; tiles as they come to lie."""
    rows = _rows(sheets, job)
    margin = rows[0][0].line
    parts: list[str] = []
    width, y = 0.0, margin
    for row in rows:
        x = margin
        for drawn in row:
            parts += _drawn(drawn, x, y)
            x += drawn.paper.width / MM + margin
        width = max(width, x)
        y += max(drawn.paper.height / MM + drawn.line for drawn in row) + margin
    size = f'width="{_n(width)}mm" height="{_n(y)}mm" viewBox="0 0 {_n(width)} {_n(y)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><style>{STYLE}</style>'
    return "\n".join([head, *parts, "</svg>\n"]).encode()


def _rows(sheets: Sequence[Sheet], job: Job) -> list[list[Drawn]]:
    rows: list[list[Drawn]] = [[]]
    names = surface_names(sheets, job)
    for sheet in sheets:
        label = sheet.front.label
        is_full = label.rstrip(digits) == "A" if label else len(rows[-1]) == ACROSS
        if rows[-1] and (sheet.back or is_full):
            rows.append([])
        rows[-1] += [Drawn(surface, next(names)) for surface in sheet.surfaces]
    return rows


def _drawn(drawn: Drawn, x: float, y: float) -> Iterator[str]:
    surface, paper, line = drawn.surface, drawn.paper, drawn.line
    place = f'x="{_n(x)}" y="{_n(y + line * 0.7)}" font-size="{_n(line * 0.7)}"'
    yield f'<text class="title" {place}>{drawn.title}</text>'
    yield f'<g transform="translate({_n(x)} {_n(y + line)})">'
    yield _rectangle(paper, paper, "paper")
    for placed in surface.placed:
        yield from _page(placed, surface, paper)
    for at in surface.folds.xs:
        yield _line((at, paper.bottom), (at, paper.top), paper)
    for at in surface.folds.ys:
        yield _line((paper.left, at), (paper.right, at), paper)
    yield "</g>"


def _page(placed: Placed, surface: Surface, paper: Box) -> Iterator[str]:
    seen = placed.trim.clipped(surface.trim)
    yield _rectangle(seen, paper, "empty" if placed.page is None else "page")
    if placed.page is None:
        return
    x, y = (seen.left + seen.right) / 2, (seen.bottom + seen.top) / 2
    left, top = (x - paper.left) / MM, (paper.top - y) / MM
    size = min(seen.width, seen.height) / MM * NUMBER
    turn = f' transform="rotate(180 {_n(left)} {_n(top)})"' if placed.upside_down else ""
    text = surface.label or str(placed.page + 1)
    line = ' text-decoration="underline"' if set(text) <= set(BOTH_WAYS) else ""
    place = f'x="{_n(left)}" y="{_n(top + size * 0.35)}" font-size="{_n(size)}"'
    yield f"<text {place}{turn}{line}>{text}</text>"


def _rectangle(box: Box, paper: Box, kind: str) -> str:
    x, y = (box.left - paper.left) / MM, (paper.top - box.top) / MM
    size = f'width="{_n(box.width / MM)}" height="{_n(box.height / MM)}"'
    return f'<rect class="{kind}" x="{_n(x)}" y="{_n(y)}" {size}/>'


def _line(start: tuple[float, float], end: tuple[float, float], paper: Box) -> str:
    points = [(x - paper.left, paper.top - y) for x, y in (start, end)]
    (x1, y1), (x2, y2) = ((_n(x / MM), _n(y / MM)) for x, y in points)
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'


def _n(value: float) -> str:
    return f"{round(value, 2) + 0:g}"
