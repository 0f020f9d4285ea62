"""Marked content of a page (ISO 32000-1, 14.6): pieces of tagged content, artifacts, layers."""

from dataclasses import dataclass
from typing import Literal

Nesting = Literal["", "artifact in content", "content in artifact"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What holds within a `BDC … EMC`, with what holds around it.

    `serial` counts the marks of a page, so that a piece that stands there twice is told apart.
    """

    layer: str = ""
    serial: int = 0
    tag: str = ""
    mcid: int | None = None
    """The piece of tagged content it belongs to."""
    piece: int = 0
    """The number of the mark that begins this piece."""
    stream: str = ""
    """The form whose own pieces these are; empty for those of the page."""
    artifact: bool = False
    kind: str = ""
    """Type of an artifact: `Pagination`, `Layout`, `Page`, `Background`."""
    subtype: str = ""
    lang: str | None = None
    actual: str | None = None
    """What is read instead of all that lies within the mark number `actual_serial`."""
    actual_serial: int = 0
    alt: str | None = None
    nesting: Nesting = ""
    """What stands where it may not, seen where it begins."""


NO_MARK = Mark()
