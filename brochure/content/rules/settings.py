"""Dates, numbers within limits, names that become folders and templates."""

import re
from collections.abc import Iterator
from datetime import date

from brochure.content.rules.known import Known, Rule
from brochure.content.shape import Item
from brochure.diagnostics import Diagnostic
from brochure.document.blocks import FocalPoint, StrategyLevel
from brochure.document.document import Publication, Section
from brochure.document.printing import Print
from brochure.document.waiver import Waiver

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")

NAMES: tuple[tuple[type, str], ...] = (
    (Publication, "languages"),
    (Publication, "formats"),
    (Publication, "profiles"),
    (Publication, "look"),
    (Section, "layout"),
    (Print, "condition"),
)
DAYS: tuple[tuple[type, str], ...] = ((Publication, "issued"), (Waiver, "until"))
RANGES: tuple[tuple[type, str, int, int], ...] = (
    (FocalPoint, "x", 0, 100),
    (FocalPoint, "y", 0, 100),
    (Print, "ink_limit", 150, 400),  # percent of four inks; paper takes less than all
    (StrategyLevel, "count", 1, 1000),  # each is a dot to be drawn
)


def day(key: str) -> Rule:
    """The rule that a text is a day of the calendar."""

    def rule(known: Known, item: Item) -> Iterator[Diagnostic]:
        value = item.value.get(key)
        if isinstance(value, str) and not _is_day(value):
            span = known.values.place((*item.path, key))
            yield Diagnostic.of("content/not-a-date", span, date=value)

    return rule


def name_form(key: str) -> Rule:
    """The rule that a name, or each in a list, could be the name of a folder and no way out."""

    def rule(known: Known, item: Item) -> Iterator[Diagnostic]:
        value, path = item.value.get(key), (*item.path, key)
        listed = enumerate(value) if isinstance(value, list) else ()
        names = {(*path, index): name for index, name in listed} or {path: value}
        for place, name in names.items():
            if isinstance(name, str) and not NAME.fullmatch(name):
                span = known.values.place(place)
                yield Diagnostic.of("content/name-form", span, key=key, name=name)

    return rule


def within(key: str, low: int, high: int) -> Rule:
    """The rule that a number lies within limits."""

    def rule(known: Known, item: Item) -> Iterator[Diagnostic]:
        number = item.value.get(key)
        if isinstance(number, (int, float)) and not low <= number <= high:
            span = known.values.place((*item.path, key))
            yield Diagnostic.of("content/out-of-range", span, key=key, low=low, high=high)

    return rule


def _is_day(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False
