"""One side of a sheet: where pages lie on it, and where the paper is cut, folded and glued.

A scheme makes surfaces with the lower left trimmed corner at 0, 0; `paper.py` puts them on paper.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from brochure.document.boxes import Box
from brochure.marks import NO_BANDS, NO_LINES, Bands, Lines

Page = int | None
"""A page of the source, counted from 0, or an empty one."""


@dataclass(frozen=True)
class Book:
    """Pages of one size in the order in which they are read; `bleed` is the widest of any edge."""

    order: tuple[Page, ...]
    width: float
    height: float
    bleed: float


@dataclass(frozen=True)
class Placed:
    """A page on a surface: where its trimmed edges lie, and how much around may be seen of it."""

    page: Page
    trim: Box
    window: Box
    upside_down: bool = False

    def moved(self, x: float, y: float) -> "Placed":
        """The page at another place."""
        return replace(self, trim=self.trim.moved(x, y), window=self.window.moved(x, y))

    def turned(self, within: Box) -> "Placed":
        """The page as it lies when a box with it is turned by 180°."""
        trim, window = (_turned(box, within) for box in (self.trim, self.window))
        return Placed(self.page, trim, window, not self.upside_down)


@dataclass(frozen=True)
class Surface:
    """One side of a sheet, as it is seen when that side is up."""

    trim: Box
    bleed: Box
    placed: tuple[Placed, ...]
    cuts: Lines
    folds: Lines = NO_LINES
    glued: Bands = NO_BANDS
    media: Box | None = None
    """The paper; none as long as it is not put on any."""
    label: str = ""

    @property
    def shown(self) -> list[tuple[int, Placed]]:
        """The pages that are not empty."""
        return [(each.page, each) for each in self.placed if each.page is not None]

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages from left to right, the upper row first."""
        by_place = sorted(self.placed, key=lambda each: (-each.trim.top, each.trim.left))
        return tuple(each.page for each in by_place)

    def moved(self, x: float, y: float) -> "Surface":
        """The surface at another place; tiles, which are glued, are on paper from the start."""
        return replace(
            self,
            trim=self.trim.moved(x, y),
            bleed=self.bleed.moved(x, y),
            placed=tuple(each.moved(x, y) for each in self.placed),
            cuts=self.cuts.moved(x, y),
            folds=self.folds.moved(x, y),
        )

    def turned(self) -> "Surface":
        """The surface by 180°, around its own middle."""
        return replace(
            self,
            bleed=_turned(self.bleed, self.trim),
            placed=tuple(each.turned(self.trim) for each in self.placed),
            cuts=_turned_lines(self.cuts, self.trim),
            folds=_turned_lines(self.folds, self.trim),
        )


@dataclass(frozen=True)
class Sheet:
    """A sheet of paper; one that is turned or tumbled is printed twice by the same surface."""

    front: Surface
    back: Surface | None = None
    work: str = "one-sided"

    @property
    def surfaces(self) -> tuple[Surface, ...]:
        """What is printed: one page of the file each."""
        return (self.front, self.back) if self.back else (self.front,)


def joined(surfaces: Iterable[Surface]) -> Surface:
    """Surfaces that lie on one sheet as one."""
    first, *others = surfaces
    for other in others:
        first = replace(
            first,
            trim=Box.around([first.trim, other.trim]),
            bleed=Box.around([first.bleed, other.bleed]),
            placed=(*first.placed, *other.placed),
            cuts=first.cuts + other.cuts,
            folds=first.folds + other.folds,
        )
    return first


def _turned(box: Box, within: Box) -> Box:
    x, y = within.left + within.right, within.bottom + within.top
    return Box(x - box.right, y - box.top, x - box.left, y - box.bottom)


def _turned_lines(lines: Lines, within: Box) -> Lines:
    x, y = within.left + within.right, within.bottom + within.top
    return Lines(tuple(x - at for at in lines.xs), tuple(y - at for at in lines.ys))
