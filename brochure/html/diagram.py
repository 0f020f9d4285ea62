"""A strategy diagram from its numbers: rings of dots, each sector in one colour."""

import math
from base64 import b64encode
from dataclasses import dataclass
from html import escape

from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.blocks import StrategyDiagram
from brochure.document.look import Look

SIZE = 1000
"""Side of the square drawing, in its own units."""
RINGS = ((199, 113, 0), (352, 31, 0), (434, 11, 38))
"""Each ring from the innermost: radius, radius of its dots, how far every other dot stands out."""
MESSAGE_COLOURS = ("one", "two", "three", "four", "five")


@dataclass(frozen=True)
class Dot:
    """One dot, by its centre and radius in units of the drawing."""

    x: float
    y: float
    radius: float
    colour: str


def rings(diagram: StrategyDiagram) -> list[list[Dot]]:
    """The dots of each level; the first sector's middle points upwards."""
    return [
        _ring(level.count, ring, len(diagram.names) or 5)
        for level, ring in zip(diagram.levels, RINGS, strict=False)
    ]


def _ring(count: int, ring: tuple[int, int, int], sectors: int) -> list[Dot]:
    radius, size, zigzag = ring
    per_sector = max(1, count // sectors)
    dots = []
    for index in range(count):
        sector = index // per_sector % sectors
        turn = (index + 0.5) / count - 0.5 / sectors  # so that sector 0 lies around the top
        angle = 2 * math.pi * turn - math.pi / 2
        reach = radius + zigzag * (index % 2)
        x, y = SIZE / 2 + reach * math.cos(angle), SIZE / 2 + reach * math.sin(angle)
        dots.append(Dot(x, y, size, MESSAGE_COLOURS[sector % len(MESSAGE_COLOURS)]))
    return dots


def strategy_svg(diagram: StrategyDiagram, look: Look) -> str:
    """The drawing as a `data:` address of an SVG, in the colours of the look."""
    colours = _colours(look)
    circles = [
        f'<circle cx="{dot.x:.1f}" cy="{dot.y:.1f}" r="{dot.radius}" fill="{colours[dot.colour]}"/>'
        for ring in rings(diagram)
        for dot in ring
    ]
    names = [
        _label(name, dot, colours, look.families[0])
        for name, dot in zip(diagram.names, rings(diagram)[0], strict=False)
    ]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" '
        f'width="{SIZE}" height="{SIZE}">{"".join(circles)}{"".join(names)}</svg>'
    )
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()


def _colours(look: Look) -> dict[str, str]:
    """The colours that a drawing is made with; `Problems` when the colour book lacks one."""
    colours = {colour.name: colour.srgb for colour in look.colours}
    span = Span(f"styles/{look.name}/colours.toml")
    missing = [name for name in ("ink", "paper", *MESSAGE_COLOURS) if name not in colours]
    if missing:
        key = f"colour.{missing[0]}"
        finding = Diagnostic.of("project/look-settings", span, key=key, example=f"[{key}]")
        raise Problems([finding])
    return colours


def _label(name: str, dot: Dot, colours: dict[str, str], family: str) -> str:
    fill = colours["ink"] if dot.colour == "three" else colours["paper"]
    # In quotation marks, as a browser takes no bare name with a number in it.
    families = f"&apos;{family}&apos;,sans-serif"
    return (
        f'<text x="{dot.x:.1f}" y="{dot.y + 9:.1f}" fill="{fill}" font-family="{families}" '
        f'font-size="29.4" font-weight="600" text-anchor="middle">{escape(name)}</text>'
    )
