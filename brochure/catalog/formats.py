"""Formats: the paper thing, its sizes in millimetres and the units it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from brochure.catalog.folds import Fold, Side
from brochure.catalog.load import entry


@dataclass(frozen=True)
class Edges:
    """A measure at each edge of a sheet, in mm."""

    top: float
    right: float
    bottom: float
    left: float

    @classmethod
    def of(cls, value: float | Mapping[str, float]) -> "Edges":
        """One number for all edges, or one each; an edge that is not named has none."""
        if isinstance(value, Mapping):
            return cls(*(value.get(edge, 0) for edge in EDGES))
        return cls(value, value, value, value)

    @property
    def largest(self) -> float:
        """The largest of the four."""
        return max(self.top, self.right, self.bottom, self.left)


EDGES = ("top", "right", "bottom", "left")
NARROW = 120
"""Millimetres: two columns of 9 pt with 35 letters a line, gutter and margins."""


@dataclass(frozen=True)
class Format:
    """A brochure, a leaflet or a poster.

    `width` and `height` are those of the trimmed sheet, in mm. `units` are the unit templates in
    reading order; `messages` stands for one unit a message. `file_per` says what gets a file of
    its own.
    """

    name: str
    kind: Literal["brochure", "leaflet", "poster"]
    width: float
    height: float
    bleed: Edges
    units: tuple[str, ...]
    title: dict[str, str]
    file_per: Literal["edition", "message"] = "edition"
    page_multiple: int = 1
    text: float = 10
    """Size of the type that is read, in points."""
    running: bool = False
    """Whether texts run over as many pages as they take, as the pages are small."""
    safety: float = 4
    """How far words and what must not be cut keep from trim and folds, in mm."""
    distance: float = 0
    """From where it is to be read, in metres; 0 for what is held in the hand."""
    fold: Fold | None = None
    sides: tuple[Side, ...] = ()

    @property
    def is_narrow(self) -> bool:
        """Whether its text has room for one column only."""
        return self.width < NARROW

    @property
    def is_wide(self) -> bool:
        """Whether it is a square or lies on its side."""
        return self.width >= self.height

    @classmethod
    def named(cls, name: str) -> "Format":
        """The format of that name; `KeyError` when the catalogue has none."""
        return cls.of(name, entry("formats", name))

    @classmethod
    def of(cls, name: str, values: Mapping[str, Any]) -> "Format":
        """A format from the values of its file, which fit one another (`format_problems`)."""
        data = dict(values)
        columns, rows = data.pop("columns", ()), data.pop("rows", (data["height"],))
        data["units"] = tuple(data["units"])
        data["bleed"] = Edges.of(data["bleed"])
        if "fold" in data:
            data["fold"] = Fold.named(data["fold"])
            data["sides"] = data["fold"].sides(tuple(columns), tuple(rows))
        return cls(name=name, **data)
