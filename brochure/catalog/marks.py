"""Printer's marks: how large they are, and the letters of their slug lines."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from brochure.catalog.load import entry

Point = tuple[float, float]
Stroke = tuple[Point, ...]
Ink = tuple[float, float, float, float]


@dataclass(frozen=True)
class Measures:
    """The measures, explained in `data/marks/measures.toml`."""

    gap: float
    length: float
    shortest: float
    line: float
    lettering: float
    smallest: float
    lettering_line: float
    patch: float
    smallest_patch: float
    clear: float
    glue: float
    hatching: float
    patches: tuple[Ink, ...]


@dataclass(frozen=True)
class Letter:
    """A letter as a pen draws it, in units of `Lettering.size`."""

    width: float
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True)
class Lettering:
    """Letters by sign, `size` units high with what hangs below; `""` stands for others."""

    size: float
    letters: dict[str, Letter]
    accents: dict[str, tuple[Stroke, ...]]


@cache
def measures() -> Measures:
    """The measures of printer's marks."""
    data: dict[str, Any] = dict(entry("marks", "measures"))
    patches = tuple(tuple(patch) for patch in data.pop("patches"))
    return Measures(patches=patches, **data)


@cache
def lettering() -> Lettering:
    """The letters of slug lines."""
    data = entry("marks", "lettering")
    letters = {
        sign: Letter(width, tuple(map(_stroke, strokes)))
        for sign, (width, *strokes) in data["letters"].items()
    }
    accents = {sign: tuple(map(_stroke, strokes)) for sign, strokes in data["accents"].items()}
    return Lettering(data["size"], letters, accents)


def _stroke(text: str) -> Stroke:
    points = (point.split(",") for point in text.split())
    return tuple((float(x), float(y)) for x, y in points)
