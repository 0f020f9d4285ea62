"""How much words stand out from their ground: the law's measure, and a newer one."""

from brochure.document.colour import Rgb
from brochure.vision.light import light_of

WEIGHTS = (0.2126, 0.7152, 0.0722)
FLARE = 0.05
"""Of the light around a screen (WCAG 2.1, contrast ratio)."""

# APCA 0.0.98G-4g, from the formula that its author publishes
# (https://github.com/Myndex/apca-w3, README); written anew, as the licence of
# the library is for W3C's drafts alone. What it gives is told as information, never as a judgement.
APCA_WEIGHTS = (0.2126729, 0.7151522, 0.0721750)
GAMMA = 2.4
DARK, CLAMP = 0.022, 1.414
ON_LIGHT, ON_DARK = (0.56, 0.57), (0.65, 0.62)
"""Exponents of ground and text."""
SCALE, OFFSET, LEAST, FLAT = 1.14, 0.027, 0.1, 0.0005


def luminance(colour: Rgb) -> float:
    """The relative luminance of a colour (WCAG 2.1)."""
    return sum(weight * part for weight, part in zip(WEIGHTS, light_of(colour), strict=True))


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.1)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + FLARE) / (darker + FLARE)


def lightness_contrast(text: Rgb, ground: Rgb) -> float:
    """APCA's Lc: up to 106 for dark text, down to -108 for light text on a dark ground."""
    y_text, y_ground = _screen_luminance(text), _screen_luminance(ground)
    if abs(y_ground - y_text) < FLAT:
        return 0.0
    of_ground, of_text = ON_LIGHT if y_ground > y_text else ON_DARK
    found: float = (y_ground**of_ground - y_text**of_text) * SCALE
    if abs(found) < LEAST:
        return 0.0
    return 100 * (found - OFFSET if found > 0 else found + OFFSET)


def _screen_luminance(colour: Rgb) -> float:
    parts = zip(APCA_WEIGHTS, colour, strict=True)
    found: float = sum(weight * (part / 255) ** GAMMA for weight, part in parts)
    clamped: float = max(0.0, DARK - found) ** CLAMP
    return found + clamped
