"""What each setting of a look must be like.

Names and colours go into CSS and into drawings as they are written, so their forms leave no room
for anything else.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

FAMILY = re.compile(r"[\w .,+&-]+")
STYLESHEET = re.compile(r"[^\\\x00-\x1f]+")
COLOUR_NAME = re.compile(r"[a-z][a-z0-9-]*")
SRGB = re.compile(r"#[0-9A-Fa-f]{6}")
NAME = re.compile(r"[a-z][a-z0-9-]*")
INKS = 4
LONGEST = 14_400 / 72 * 25.4
"""Millimetres: the longest side of a page that every viewer shows (ISO 32000-1, annex C)."""


@dataclass(frozen=True)
class Form:
    """Whether a value fits, and an example for a person to copy."""

    fits: Callable[[Any], bool]
    example: str
    needed: bool = True


def texts(pattern: re.Pattern[str], value: Any, at_least: int = 0) -> bool:
    """Whether a value is a list of texts that all match."""
    return (
        isinstance(value, list)
        and len(value) >= at_least
        and all(isinstance(item, str) and pattern.fullmatch(item) for item in value)
    )


def is_colour(value: Any) -> bool:
    """Whether a value is an sRGB colour such as `#10222E`."""
    return isinstance(value, str) and bool(SRGB.fullmatch(value))


def are_inks(value: Any) -> bool:
    """Whether a value names the percentages of cyan, magenta, yellow and black."""
    return (
        isinstance(value, list)
        and len(value) == INKS
        and all(type(ink) is int and 0 <= ink <= 100 for ink in value)
    )


def is_text(value: Any) -> bool:
    """Whether a value is a text with something in it."""
    return isinstance(value, str) and bool(value.strip())


def is_length(value: Any) -> bool:
    """Whether a value is a number that a length can have."""
    return type(value) in (int, float) and 0 <= value < LONGEST


def one_of(words: Sequence[str]) -> Callable[[Any], bool]:
    """Whether a value is one of these words."""
    return lambda value: isinstance(value, str) and value in words


FAMILIES = Form(lambda value: texts(FAMILY, value, 1), '["Source Sans 3"]')
SRGB_FORM = Form(is_colour, '"#10222E"')
SPOT = Form(is_text, '"PANTONE 286 C"', needed=False)
COLOUR = {
    "srgb": SRGB_FORM,
    "cmyk": Form(are_inks, "[60, 30, 0, 90] (0–100 %)"),
    "spot": SPOT,
    "overprint": Form(lambda value: isinstance(value, bool), "true", needed=False),
}
TINT = {
    "srgb": SRGB_FORM,
    "tint_of": Form(is_text, '"ink"'),
    "tint": Form(lambda value: type(value) is int and 0 < value < 100, "40 (1–99 %)"),
}
"""A lighter shade of another colour of the book: less of the same inks."""


def stylesheets(*, needed: bool) -> Form:
    """The form of a list of stylesheets."""
    return Form(lambda value: texts(STYLESHEET, value), '["page.css"]', needed)
