"""Attributes of structure elements as plain values (ISO 32000-1, 14.7.5)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import pikepdf

from brochure.pdf.content.values import (
    Object,
    elements,
    is_dictionary,
    items,
    name,
    names,
    number,
    text,
    value,
)

OWNERS = {
    **dict.fromkeys(("Scope", "Headers", "ColSpan", "RowSpan"), "Table"),
    "ListNumbering": "List",
    "NoteType": "FENote",
    "Role": "PrintField",
}
"""Whose an attribute must be to count (ISO 32000-1, table 341; ISO 32000-2, table 376)."""
MOST = 1000
"""Values of an array that are looked at."""


def attributes_of(element: Mapping[str, Object], classes: Object) -> dict[str, object]:
    """All attributes by their names; those of its own outrank those of its classes."""
    found: dict[str, object] = {}
    for called in names(element.get("/C")):
        for holder in _holders(value(classes, f"/{called}")):
            found |= dict(_plain(holder))
    for holder in _holders(element.get("/A")):
        found |= dict(_plain(holder))
    return found


def _holders(given: Object) -> Iterator[Object]:
    """One, or an array of them, between which numbers of revisions may stand."""
    if is_dictionary(given):
        yield given
    for item in elements(given)[:MOST]:
        if is_dictionary(item):
            yield item


def _plain(holder: Object) -> Iterator[tuple[str, object]]:
    owner = name(value(holder, "/O"))
    for word, item in items(holder):
        if word != "/O" and OWNERS.get(word[1:], owner) == owner:
            yield word[1:], _value(item)


def _value(item: Object) -> object:
    if isinstance(item, pikepdf.Array):
        return tuple(_single(part) for part in elements(item)[:MOST])
    return _single(item)


def _single(item: Object) -> object:
    if isinstance(item, (bool, int, float, Decimal)):
        return number(item)
    if isinstance(item, pikepdf.Name):
        return name(item)
    return text(item)
