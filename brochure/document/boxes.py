"""Boxes on paper: rectangles in points from the lower left (ISO 32000-1, 7.9.5)."""

from collections.abc import Iterable
from typing import NamedTuple

MM = 72 / 25.4
"""One millimetre in points."""
TOLERANCE = 0.01  # points; files are written with fewer digits than we reckon with


class Box(NamedTuple):
    """A rectangle with its sides parallel to those of the paper."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, boxes: Iterable["Box"]) -> "Box":
        """The smallest box around all of them."""
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        return cls(min(lefts), min(bottoms), max(rights), max(tops))

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it, as its sides have changed places; a line is not nothing."""
        return self.right < self.left or self.top < self.bottom

    def touches(self, other: "Box") -> bool:
        """Whether both share anything."""
        return not self.clipped(other).is_empty

    def grown(self, by: float) -> "Box":
        """The box with all its sides moved outwards."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def moved(self, x: float, y: float) -> "Box":
        """The box at another place."""
        return Box(self.left + x, self.bottom + y, self.right + x, self.top + y)

    def clipped(self, other: "Box") -> "Box":
        """What of the box lies in the other one."""
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def lies_in(self, other: "Box") -> bool:
        """Whether the other box has room for it, where it is."""
        return all(
            (
                self.left >= other.left - TOLERANCE,
                self.bottom >= other.bottom - TOLERANCE,
                self.right <= other.right + TOLERANCE,
                self.top <= other.top + TOLERANCE,
            )
        )
