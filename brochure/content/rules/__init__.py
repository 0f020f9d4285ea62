"""What must hold beyond types. A rule is a function; a class of the model may have several."""

from collections.abc import Iterable, Iterator

from brochure.content.rules.blocks import id_rule, section_rule, unclear_block
from brochure.content.rules.data import data_rule, field_rule
from brochure.content.rules.figures import figure_rule
from brochure.content.rules.known import Known, Rule
from brochure.content.rules.links import contact_rule, link_rule, text_languages, text_links
from brochure.content.rules.lists import (
    NAMED_ONCE,
    ROWS_AND_ITEMS,
    filled_list,
    listed_once,
    table_rule,
)
from brochure.content.rules.printing import print_rule
from brochure.content.rules.settings import DAYS, NAMES, RANGES, day, name_form, within
from brochure.content.rules.texts import text_rule
from brochure.content.shape import Item, Leaf, Place, UnclearBlock
from brochure.diagnostics import Diagnostic
from brochure.document.blocks import Contact, Figure, Link, Table
from brochure.document.data import Data, Field
from brochure.document.document import Section
from brochure.document.printing import Print

__all__ = ["Known", "check"]

RULES: tuple[tuple[type, Rule], ...] = (
    (Contact, contact_rule),
    (Data, data_rule),
    (Field, field_rule),
    (Figure, figure_rule),
    (Link, link_rule),
    (Print, print_rule),
    (Section, section_rule),
    (Table, table_rule),
    *((model, day(key)) for model, key in DAYS),
    *((model, name_form(key)) for model, key in NAMES),
    *((model, within(key, low, high)) for model, key, low, high in RANGES),
    *((model, filled_list(key)) for model, key in ROWS_AND_ITEMS),
    *((model, listed_once(key)) for model, key in NAMED_ONCE),
)


def check(known: Known, places: Iterable[Place]) -> Iterator[Diagnostic]:
    """The findings of all rules; fills `known.ids` before links to them are looked at."""
    found = list(places)
    for place in found:
        if isinstance(place, UnclearBlock):
            yield from unclear_block(known, place)
        elif isinstance(place, Item):
            yield from id_rule(known, place)
    for place in found:
        if isinstance(place, Item):
            yield from _rules_of(known, place)
        elif isinstance(place, Leaf) and isinstance(place.value, str):
            yield from text_rule(known, place)
            yield from text_links(known, place)
            yield from text_languages(known, place)


def _rules_of(known: Known, item: Item) -> Iterator[Diagnostic]:
    for model, rule in RULES:
        if item.model is model:
            yield from rule(known, item)
