"""What the layout of one unit gives: its pages and where each thing lies on them."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from brochure.diagnostics import Diagnostic, Span


class Area(NamedTuple):
    """A rectangle in mm from the top left of the page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class PlacedBox:
    """A box that carries its source; page counted from 1 in the unit, sizes in mm from top left.

    Boxes of one element share a `key`. `content_bottom` is where the content really ends, and
    `fit` says what it must fit into (`page`, `panel`). `words` is where its text lies,
    however it was positioned, and `frame` the key of the box with a `fit` that it stands in.
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
    anchor: str | None = None
    """The id of its element: headings and titles have one, and no source."""
    words: Area | None = None
    frame: int | None = None


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
    html: Any = field(default=None, repr=False)
    """The `html` element of the unit (`xml.etree.ElementTree.Element`)."""

    @property
    def pages(self) -> int:
        """How many pages the unit takes."""
        return len(self.page_sizes)
