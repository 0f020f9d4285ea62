"""Structure types of PDF, and which of them stands for an HTML element or an ARIA role."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from brochure.catalog.load import entry

HEADING = re.compile(r"H[1-9]\d*")


@dataclass(frozen=True)
class StructureType:
    """A standard structure type; the fields are explained in `data/structure/types.toml`."""

    name: str
    kind: Literal["grouping", "block", "part", "inline"]
    like: str | None = None
    old: bool = False


@cache
def structure_type(name: str) -> StructureType:
    """The structure type of that name; `KeyError` when there is none."""
    return StructureType(name, **entry("structure", "types")[name])


def is_inline(name: str) -> bool:
    """Whether a type stands in a line of text; an unknown one does not."""
    types = entry("structure", "types")
    return name in types and types[name]["kind"] == "inline"


@cache
def structure_types() -> tuple[StructureType, ...]:
    """All structure types that are written."""
    return tuple(map(structure_type, entry("structure", "types")))


def type_of_element(tag: str) -> str | None:
    """The structure type of an HTML element, or nothing where it has no meaning of its own."""
    name: str | None = entry("structure", "html")["elements"].get(tag)
    return name


def type_of_role(role: str) -> str | None:
    """The structure type of an ARIA role, or nothing for one that changes nothing."""
    name: str | None = entry("structure", "html")["roles"].get(role)
    return name


def list_numbering(style_type: str) -> str | None:
    """`ListNumbering` for a CSS `list-style-type`."""
    name: str | None = entry("structure", "html")["numbering"].get(style_type)
    return name


@cache
def standard_types(namespace: str) -> frozenset[str]:
    """The standard types of a namespace, `pdf` or `pdf2`; `inline` those of a line of text."""
    return frozenset(entry("structure", "standard")[namespace])


def namespace_of(url: str) -> str | None:
    """The namespace of an address: `pdf`, `pdf2`, `mathml`."""
    name: str | None = entry("structure", "standard")["namespaces"].get(url)
    return name


@cache
def predefined_cmaps() -> frozenset[str]:
    """The CMaps that every reader knows."""
    return frozenset(entry("structure", "cmaps")["predefined"])


@cache
def known_orderings() -> frozenset[str]:
    """The character collections of Adobe whose characters every reader can tell."""
    return frozenset(entry("structure", "cmaps")["orderings"])


def parents_of_part(name: str) -> set[str] | None:
    """The elements that a part may stand in; nothing where it may stand in any."""
    found = entry("structure", "parts")["parents"].get(name)
    return None if found is None else set(found)


def kids_of_part(name: str) -> set[str] | None:
    """The elements that one may hold; nothing where it may hold any."""
    found = entry("structure", "parts")["kids"].get(name)
    return None if found is None else set(found)


def forbidden_kids(name: str) -> frozenset[str]:
    """What may not stand in an element by ISO/TS 32005; headings by their levels."""
    return _forbidden("Hn" if HEADING.fullmatch(name) else name)


@cache
def _forbidden(name: str) -> frozenset[str]:
    found = set(entry("structure", "nesting")["forbidden"].get(name, ()))
    levels = {f"H{level}" for level in range(1, 100)} if "Hn" in found else set()
    return frozenset(found - {"Hn"} | levels)


@cache
def holds_no_content(name: str) -> bool:
    """Whether an element holds elements only."""
    return name in entry("structure", "nesting")["no_content"]


def one_of_each(name: str) -> tuple[str, ...]:
    """Of what an element holds no more than one."""
    called = "Hn" if HEADING.fullmatch(name) else name
    return tuple(entry("structure", "nesting")["one"].get(called, ()))
