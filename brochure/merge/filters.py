"""The filters there are: what each takes, and the text that it makes; a new one is one entry."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from brochure.merge import formats
from brochure.merge.slug import slug

Argument = Literal["none", "digits", "style"]

TEXTS = frozenset({"text", "choice", "url", "email"})
NUMBERS = frozenset({"integer", "decimal"})
MOST_DIGITS = 6


@dataclass(frozen=True)
class Filter:
    """A filter: types that it takes, its argument and what stands for it where there is none.

    `text` makes the text of a value, given the argument, the currency and the language.
    """

    takes: frozenset[str]
    text: Callable[[Any, Any, str, str], str]
    argument: Argument = "none"
    otherwise: object = None
    needed: bool = False


FILTERS: dict[str, Filter] = {
    "number": Filter(NUMBERS, lambda value, _, __, tag: formats.number(value, tag)),
    "digits": Filter(frozenset({"integer"}), lambda value, *_: str(value)),
    "decimal": Filter(
        NUMBERS,
        lambda value, digits, _, tag: formats.decimal(value, digits, tag),
        argument="digits",
        needed=True,
    ),
    "percent": Filter(
        NUMBERS,
        lambda value, digits, _, tag: formats.percent(value, digits, tag),
        argument="digits",
        otherwise=0,
    ),
    "money": Filter(
        frozenset({"money"}), lambda value, _, code, tag: formats.money(value, code, tag)
    ),
    "date": Filter(
        frozenset({"date"}),
        lambda value, style, _, tag: formats.day(value, style, tag),
        argument="style",
        otherwise="medium",
    ),
    "weekday": Filter(frozenset({"date"}), lambda value, _, __, tag: formats.weekday(value, tag)),
    "upper": Filter(TEXTS, lambda value, *_: value.upper()),
    "lower": Filter(TEXTS, lambda value, *_: value.lower()),
    "slug": Filter(TEXTS | {"integer"}, lambda value, *_: slug(str(value))),
}
DEFAULT = "default"
"""The filter that takes any type, and says what stands where a record has no value."""

SHOWN_BY = {"integer": "number", "decimal": "number", "money": "money", "date": "date"}
"""Which filter shows a value where none is written."""


def fits(kind: Argument, value: object) -> bool:
    """Whether a filter can take this argument."""
    if kind == "digits":
        return type(value) is int and 0 <= value <= MOST_DIGITS
    return kind == "style" and value in formats.STYLES


def known_arguments(kind: Argument) -> str:
    """What a filter takes as its argument, for a sentence."""
    if kind == "digits":
        return f"0 … {MOST_DIGITS}"
    return ", ".join(f"'{style}'" for style in formats.STYLES) if kind == "style" else "–"
