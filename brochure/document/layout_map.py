"""What lies where on the pages of a unit: lines of text, columns, pictures, as plain values.

Areas are in mm from the top left of the trimmed page, after all transforms; pages count from 1.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Area(NamedTuple):
    """A rectangle in mm from the top left of the page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def shared(self, other: "Area") -> "Area":
        """What both cover; of no or negative size where they don't meet."""
        return Area(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def share(self, other: "Area") -> float:
        """Which part of it the other covers."""
        both = self.shared(other)
        if both.width <= 0 or both.height <= 0:
            return 0.0
        return both.width * both.height / (self.width * self.height)


class PlacedColumn(NamedTuple):
    """A column, or a page for what stands in no columns; `flow` is what goes on from one to the
    next.
    """

    page: int
    flow: int
    area: Area


class PlacedLine(NamedTuple):
    """A line of text: as wide as its letters, as high as they reach from ascenders to descenders.

    `block` is the paragraph, heading or cell that it belongs to, `column` its place in
    `LayoutMap.columns`, `box` the key of the nearest `PlacedBox`, `frame` that of the nearest one
    with a `fit`.
    """

    page: int
    block: int
    column: int
    box: int | None
    frame: int | None
    element: str
    area: Area
    text: str
    size: float
    """Of most of its letters, in points."""
    x_height: float
    """The height of a painted x of that size, in mm."""
    is_divided: bool = False
    """Whether a word is divided at its end."""
    stretch: float = 0.0
    """By how much each space is widened to fill the line, in em."""
    cut: float = 0.0
    """How many mm of it `overflow` hides."""
    covered: float = 0.0
    """Which part of it something opaque hides that is painted later."""


class PlacedImage(NamedTuple):
    """A picture; of one that is made of pixels, how many it has and how many fall on an inch."""

    page: int
    box: int | None
    frame: int | None
    area: Area
    pixels: tuple[int, int] | None = None
    ppi: float = 0.0


@dataclass(frozen=True)
class LayoutMap:
    """All of a unit, in the order of its document."""

    columns: tuple[PlacedColumn, ...] = ()
    lines: tuple[PlacedLine, ...] = ()
    images: tuple[PlacedImage, ...] = ()

    @property
    def items(self) -> tuple[PlacedLine | PlacedImage, ...]:
        """Lines and pictures: all that is there to be read or looked at."""
        return (*self.lines, *self.images)
