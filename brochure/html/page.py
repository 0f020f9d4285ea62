"""The CSS that comes from data: page size from the format, colours from the colour book."""

from dataclasses import asdict

from brochure.catalog import Format
from brochure.document.look import Look


def page_css(format_: Format) -> str:
    """`@page` with the trim size and the bleed."""
    size = f"size: {format_.width}mm {format_.height}mm"
    bleed = "".join(f"; bleed-{edge}: {mm}mm" for edge, mm in asdict(format_.bleed).items())
    return f"@page {{ {size}{bleed} }}\n"


def colour_css(look: Look) -> str:
    """Every colour of the book as a custom property: `--ink`, `--paper`, …"""
    values = "; ".join(f"--{colour.name}: {colour.srgb}" for colour in look.colours)
    return f":root {{ {values} }}\n"
