"""Where bookmarks and links lead within a file (ISO 32000-1, 12.3.2; ISO 32000-2, 12.3.2.3)."""

from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf

from brochure.pdf.content.values import (
    Object,
    elements,
    is_dictionary,
    items,
    key,
    name,
    text,
    value,
)
from brochure.pdf.structure.number_tree import named


@dataclass(frozen=True)
class Target:
    """Where something leads: an address or a place; `page` is 0 where it leads to none."""

    address: str = ""
    page: int = 0
    by_structure: bool | None = None


class Destinations:
    """The places of a file by their names."""

    def __init__(self, root: Object, pages: Mapping[str, int]) -> None:
        self._pages = pages
        self._names = named(value(value(root, "/Names"), "/Dests"))
        self._names |= {word[1:]: item for word, item in items(value(root, "/Dests"))}

    def of(self, holder: Object) -> Target:
        """Where a bookmark or a link leads."""
        action = value(holder, "/A")
        if (place := value(holder, "/Dest")) is not None:
            return self._place(place, None)
        match name(value(action, "/S")):
            case "URI":
                return Target(text(value(action, "/URI")) or "")
            case "GoTo":
                return self._place(value(action, "/D"), value(action, "/SD"))
            case other:
                return Target(other)

    def _place(self, place: Object, structure: Object) -> Target:
        called = text(place) or name(place)
        found = self._names.get(called) if called else place
        if is_dictionary(found):
            structure = structure if structure is not None else value(found, "/SD")
            found = value(found, "/D")
        parts = elements(found)
        first = parts[0] if parts else None
        if is_dictionary(first) and name(value(first, "/S")):  # an element, not a page
            return Target(called, self._pages.get(key(value(first, "/Pg")), 0), True)
        page = self._pages.get(key(first), 0) if is_dictionary(first) else _number(first)
        return Target(called, page, isinstance(structure, pikepdf.Array))


def _number(item: Object) -> int:
    return item + 1 if isinstance(item, int) and item >= 0 else 0
