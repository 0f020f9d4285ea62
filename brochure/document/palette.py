"""Colours that carry meaning: those of the parts of a diagram."""

from dataclasses import dataclass

from brochure.diagnostics import Span
from brochure.document.colour import Rgb


@dataclass(frozen=True)
class MeaningfulColour:
    """A colour, by its name in the colour book, and what it stands for."""

    name: str
    colour: Rgb
    stands_for: str = ""


@dataclass(frozen=True)
class Palette:
    """The colours of one diagram."""

    span: Span | None
    colours: tuple[MeaningfulColour, ...]
    ground: Rgb
    neighbours: tuple[tuple[int, int], ...]
    """Which of them lie side by side, by their numbers."""
    is_labelled: bool
    """Whether each part is named in words besides."""
