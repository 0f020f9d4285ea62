"""The plot of a series as SVG: for each kind of work a bar a tool, and a line for its spread.

Words and figures stand at the bars, so that nothing is said by colour alone; light ground of its
own, because the page around it may be dark. Contrast of words 7:1 or more, of bars 3:1 or more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from benchmarks.figures import Spread, values
from benchmarks.rows import ROWS
from benchmarks.series import Cell, Measured, Series

WIDTH, LEFT, RIGHT, MARGIN = 760, 130, 120, 24
BAR, STEP, HEAD, GAP = 16, 24, 34, 22
INK, QUIET, PAPER, OWN, OTHER = "#10222E", "#46525C", "#FBF8F2", "#C8441B", "#7C8790"
FAMILIES = "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif"
PANELS = {
    "cold": ("wall", "seconds, less is better"),
    "word": ("wall", "seconds, less is better"),
    "records": ("rate", "files a second and core, more is better"),
}


@dataclass(frozen=True)
class Panel:
    """One kind of work: what it is, how it is told, and a spread for each tool."""

    title: str
    unit: str
    bars: Mapping[str, Spread]

    @property
    def height(self) -> int:
        """How much room it takes."""
        return HEAD + STEP * len(self.bars) + GAP


def plot(series: Series) -> str:
    """The picture of a series."""
    panels = list(_panels(series))
    height = 2 * MARGIN + sum(panel.height for panel in panels) - GAP
    said = "; ".join(f"{panel.title}: {_said(panel)}" for panel in panels)
    top = MARGIN
    parts: list[str] = []
    for panel in panels:
        parts += _drawn(panel, top)
        top += panel.height
    body = "\n".join(parts)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"
 width="{WIDTH}" height="{height}" font-family="{FAMILIES}" role="img">
<title>brochure beside its peers, {series.day}</title>
<desc>{escape(said)}</desc>
<rect width="{WIDTH}" height="{height}" rx="6" fill="{PAPER}"/>
{body}
</svg>
"""


def _panels(series: Series) -> Iterator[Panel]:
    titles = {row.name: row.title for row in ROWS}
    for name, (figure, unit) in PANELS.items():
        bars = dict(_bars(series.rows.get(name, {}), figure))
        if bars:
            yield Panel(titles[name], unit, bars)


def _bars(row: Mapping[str, Cell], figure: str) -> Iterator[tuple[str, Spread]]:
    for who, cell in row.items():
        if isinstance(cell, Measured):
            yield who, Spread.of(values(cell, figure))


def _drawn(panel: Panel, top: float) -> Iterator[str]:
    yield _text(MARGIN, top + 13, panel.title, weight=700)
    yield _text(WIDTH - MARGIN, top + 13, panel.unit, colour=QUIET, anchor="end")
    most = max(found.most for found in panel.bars.values())
    scale = (WIDTH - LEFT - RIGHT - MARGIN) / most
    for place, (who, found) in enumerate(panel.bars.items()):
        y = top + HEAD + STEP * place
        own = who == "brochure"
        yield _text(LEFT - 8, y + 12.5, who, weight=700 if own else 400, anchor="end")
        yield (
            f'<rect x="{LEFT}" y="{y}" width="{max(1, found.median * scale):.1f}" height="{BAR}" '
            f'fill="{OWN if own else OTHER}"/>'
        )
        least, end = LEFT + found.least * scale, LEFT + found.most * scale
        yield f'<path d="M{least:.1f} {y + BAR / 2}H{end:.1f}" stroke="{INK}" stroke-width="1.5"/>'
        edge = LEFT + max(found.median, found.most) * scale
        yield _text(edge + 8, y + 12.5, figure(found.median), weight=700 if own else 400)


def figure(value: float) -> str:
    """Two digits that say something."""
    return (
        f"{value:.0f}"
        if value >= 10
        else f"{value:.{3 if value < 0.1 else 2 if value < 1 else 1}f}"
    )


def _said(panel: Panel) -> str:
    return ", ".join(f"{who} {figure(found.median)}" for who, found in panel.bars.items())


def _text(
    x: float, y: float, words: str, *, weight: int = 400, colour: str = INK, anchor: str = "start"
) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    manner = f'font-size="13.5" font-weight="{weight}" fill="{colour}"'
    return f"<text {place} {manner}>{escape(words)}</text>"
