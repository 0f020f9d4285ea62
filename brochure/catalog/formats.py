"""Formats: the paper thing, its sizes in millimetres and the units it is made of."""

from dataclasses import dataclass
from typing import Literal

from brochure.catalog.load import entry


@dataclass(frozen=True)
class Panel:
    """One panel of a folded sheet: what stands on it and how wide it is, in mm."""

    role: str
    width: float


@dataclass(frozen=True)
class Side:
    """One side of a folded sheet, its panels from left to right."""

    name: str
    panels: tuple[Panel, ...]


@dataclass(frozen=True)
class Format:
    """A brochure, a leaflet or a poster.

    `width`, `height` and `bleed` are in mm. `units` are the unit templates in reading order;
    `messages` stands for one unit a message. `file_per` says what gets a file of its own.
    """

    name: str
    kind: Literal["brochure", "leaflet", "poster"]
    width: float
    height: float
    bleed: float
    units: tuple[str, ...]
    title: dict[str, str]
    file_per: Literal["edition", "message"] = "edition"
    page_multiple: int = 1
    sides: tuple[Side, ...] = ()

    @classmethod
    def named(cls, name: str) -> "Format":
        """The format of that name; `KeyError` when the catalogue has none."""
        data = dict(entry("formats", name))
        sides = tuple(
            Side(side["name"], tuple(Panel(**panel) for panel in side["panels"]))
            for side in data.pop("sides", ())
        )
        return cls(name=name, units=tuple(data.pop("units")), sides=sides, **data)
