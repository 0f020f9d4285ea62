"""A picture of the sheets with page numbers (SVG), to see what comes to lie where.

A number stands on its head where the page does, so that the picture can be printed and folded.
"""

from collections.abc import Iterator, Sequence

from brochure.diagnostics.messages import say
from brochure.document.boxes import MM, Box
from brochure.sheet.job import Job
from brochure.sheet.surface import Placed, Sheet, Surface

MARGIN, TITLE = 8.0, 6.0
STYLE = (
    "text{font-family:sans-serif;text-anchor:middle;fill:#222}"
    "rect{fill:#fff;stroke:#222;stroke-width:.3}.paper{fill:#eee;stroke:#999}"
    ".empty{fill:#ddd}.title{text-anchor:start;font-size:4px}"
    "line{stroke:#c00;stroke-width:.4;stroke-dasharray:2 1.5}"
)


def dummy(sheets: Sequence[Sheet], job: Job) -> bytes:
    """All surfaces below each other, those of one sheet side by side, in mm."""
    rows = [[_measured(surface) for surface in sheet.surfaces] for sheet in sheets]
    width = max(sum(w + MARGIN for _, w, _ in row) for row in rows) + MARGIN
    parts, y = [], MARGIN
    for number, row in enumerate(rows, 1):
        x = MARGIN
        for side, (surface, surface_width, _) in enumerate(row):
            parts += [*_title(x, y, number, side, surface, job), *_surface(surface, x, y + TITLE)]
            x += surface_width + MARGIN
        y += TITLE + max(height for _, _, height in row) + MARGIN
    size = f'width="{_n(width)}mm" height="{_n(y)}mm" viewBox="0 0 {_n(width)} {_n(y)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><style>{STYLE}</style>'
    return "\n".join([head, *parts, "</svg>\n"]).encode()


def _measured(surface: Surface) -> tuple[Surface, float, float]:
    paper = _paper(surface)
    return surface, paper.width / MM, paper.height / MM


def _paper(surface: Surface) -> Box:
    return surface.media or surface.bleed


def _title(x: float, y: float, number: int, side: int, surface: Surface, job: Job) -> Iterator[str]:
    words = surface.label or say(f"sheet/slug-{('front', 'back')[side]}", job.language)
    yield f'<text class="title" x="{_n(x)}" y="{_n(y + 4)}">{number} · {words}</text>'


def _surface(surface: Surface, x: float, y: float) -> Iterator[str]:
    paper = _paper(surface)
    yield f'<g transform="translate({_n(x)} {_n(y)})">'
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
    x, y = ((seen.left + seen.right) / 2, (seen.bottom + seen.top) / 2)
    left, top = (x - paper.left) / MM, (paper.top - y) / MM
    size = min(seen.width, seen.height) / MM / 3
    turn = f' transform="rotate(180 {_n(left)} {_n(top)})"' if placed.upside_down else ""
    text = surface.label or str(placed.page + 1)
    place = f'x="{_n(left)}" y="{_n(top + size * 0.35)}" font-size="{_n(size)}"'
    yield f"<text {place}{turn}>{text}</text>"


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
