"""Colour spaces as the engine writes them, and colours in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from brochure.document.fragment import Item
from brochure.pdf.colour.stream import unpacked
from brochure.pdf.values import Value, as_list, named, parsed_dictionary

COMPONENTS = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4, "Lab": 3, "Pattern": 0}


@dataclass(frozen=True)
class Space:
    """A colour space: its family (ISO 32000-1, table 62), and its profile where it has one."""

    family: str
    components: int
    profile: bytes | None = field(default=None, repr=False)


RGB, GRAY, CMYK = (
    Space(name, COMPONENTS[name]) for name in ("DeviceRGB", "DeviceGray", "DeviceCMYK")
)
LAB, PATTERN = (Space(name, COMPONENTS[name]) for name in ("Lab", "Pattern"))
DEVICE = {1: GRAY, 3: RGB, 4: CMYK}
"""By the number of components."""


class Shade(NamedTuple):
    """A colour: where it lies in its space. Lab is relative to white, as CSS has it."""

    space: Space
    values: tuple[float, ...]


def space_of(value: Value, items: Mapping[str, Item]) -> Space:
    """The space that a name or an array means.

    The engine writes Lab of two white points; both are CSS Color 4's Lab, which is relative to D50.
    """
    if isinstance(value, bytes):
        return Space(value[1:].decode(), COMPONENTS[value[1:].decode()])
    family, *rest = as_list(value)
    if family != b"/ICCBased":
        return space_of(family, items)
    item = items[named(rest[0]) or ""]
    components = int(cast(bytes, parsed_dictionary(item.text)["N"]))
    return Space("ICCBased", components, unpacked(item))
