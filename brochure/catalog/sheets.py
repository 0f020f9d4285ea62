"""Sheets: paper by name, and how signatures are folded."""

from typing import Literal

from brochure.catalog.load import entry

Edge = Literal["left", "right", "top", "bottom"]


def paper_names() -> tuple[str, ...]:
    """The paper that has a name."""
    return tuple(entry("sheets", "sizes"))


def paper(name: str) -> tuple[float, float]:
    """Width and height of a paper in mm; `KeyError` when there is none of that name."""
    width, height = entry("sheets", "sizes")[name]
    return width, height


def signature_sizes() -> tuple[int, ...]:
    """How many pages a signature can have."""
    return tuple(map(int, entry("sheets", "signatures")))


def signature(pages: int) -> tuple[Edge, ...]:
    """At which edges a section of so many pages opens, beginning with the spine."""
    return tuple(entry("sheets", "signatures")[str(pages)])
