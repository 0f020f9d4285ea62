"""Structure types of PDF, and which of them stands for an HTML element or an ARIA role."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from brochure.catalog.load import entry


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
