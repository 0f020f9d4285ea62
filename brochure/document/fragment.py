"""What the layout of one unit gives: its pages and where each thing lies on them."""

from dataclasses import dataclass, field
from typing import Any

from brochure.diagnostics import Diagnostic, Span


@dataclass(frozen=True)
class PlacedBox:
    """A box that carries its source; page counted from 1 in the unit, sizes in mm from top left.

    Boxes of one element share a `key`. `content_bottom` is where the content really ends, and
    `fit` says what it must fit into (`page`, `panel`).
    """

    key: int
    page: int
    x: float
    y: float
    width: float
    height: float
    content_bottom: float
    element: str
    fit: str | None
    source: Span | None


@dataclass(frozen=True)
class Fragment:
    """A laid-out unit.

    `laid_out` is the engine's own document. It is opaque to every room but `layout` and `pdf`;
    the linker of finished fragments will take its place.
    """

    name: str
    start: int
    page_sizes: tuple[tuple[float, float], ...]
    boxes: tuple[PlacedBox, ...] = field(repr=False)
    files: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    laid_out: Any = field(repr=False)

    @property
    def pages(self) -> int:
        """How many pages the unit takes."""
        return len(self.page_sizes)
