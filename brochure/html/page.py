"""The CSS that comes from data: page size from the format, colours from the colour book."""

from brochure.catalog import Format, Profile
from brochure.document.look import Look


def page_css(format_: Format, profile: Profile) -> str:
    """`@page` with the trim size, and the bleed where the profile wants one."""
    bleed = f"bleed: {format_.bleed}mm; " if profile.bleed else ""
    return f"@page {{ size: {format_.width}mm {format_.height}mm; {bleed}}}\n"


def colour_css(look: Look) -> str:
    """Every colour of the book as a custom property: `--ink`, `--paper`, …"""
    values = "; ".join(f"--{colour.name}: {colour.srgb}" for colour in look.colours)
    return f":root {{ {values} }}\n"
