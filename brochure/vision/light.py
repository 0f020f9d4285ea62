"""sRGB → light, and back (IEC 61966-2-1)."""

from brochure.document.colour import Rgb

Light = tuple[float, float, float]
"""Red, green and blue from 0 to 1, as much as there is of each."""


def light_of(colour: Rgb) -> Light:
    """How much light each part of a colour is."""
    red, green, blue = (
        step / 12.92 if step <= 0.04045 else ((step + 0.055) / 1.055) ** 2.4
        for step in (part / 255 for part in colour)
    )
    return red, green, blue


def colour_of(light: Light) -> Rgb:
    """The colour that gives such light; what a screen can't show is cut off."""
    red, green, blue = (
        part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
        for part in (min(1.0, max(0.0, part)) for part in light)
    )
    return round(255 * red), round(255 * green), round(255 * blue)


def hexadecimal(colour: Rgb) -> str:
    """A colour as CSS writes it: `#10222E`."""
    return "#" + bytes(colour).hex().upper()
