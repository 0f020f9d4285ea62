"""What marks stand around: the edge of the bleed, and where the paper is cut, folded and glued."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from brochure.document.boxes import Box

Span = tuple[float, float]


@dataclass(frozen=True)
class Lines:
    """Straight lines through the paper: upright ones by their x, level ones by their y."""

    xs: tuple[float, ...] = ()
    ys: tuple[float, ...] = ()

    def moved(self, x: float, y: float) -> "Lines":
        """The lines at another place."""
        return Lines(tuple(at + x for at in self.xs), tuple(at + y for at in self.ys))

    def __add__(self, other: "Lines") -> "Lines":
        return Lines((*self.xs, *other.xs), (*self.ys, *other.ys))


@dataclass(frozen=True)
class Bands:
    """Strips of paper from edge to edge: upright ones by both x, level ones by both y."""

    xs: tuple[Span, ...] = ()
    ys: tuple[Span, ...] = ()


NO_LINES, NO_BANDS = Lines(), Bands()


@dataclass(frozen=True)
class Frame:
    """A page or sheet for which marks are drawn; everything in points."""

    media: Box
    bleed: Box
    cuts: Lines
    folds: Lines = NO_LINES
    glued: Bands = NO_BANDS
    text: str = ""
    """The slug line."""

    @classmethod
    def of_page(
        cls, media: Box, bleed: Box, trim: Box, folds: Lines = NO_LINES, text: str = ""
    ) -> "Frame":
        """A single page, which is cut at its trim."""
        cuts = Lines((trim.left, trim.right), (trim.bottom, trim.top))
        return cls(media, bleed, cuts, folds, text=text)

    @property
    def sides(self) -> "tuple[Side, ...]":
        """Its four sides: top, bottom, left, right."""
        media, bleed = self.media, self.bleed
        upright = self.cuts.xs, self.folds.xs, self.glued.xs
        level = self.cuts.ys, self.folds.ys, self.glued.ys
        width = _extent(self.cuts.xs, (bleed.left, bleed.right))
        height = _extent(self.cuts.ys, (bleed.bottom, bleed.top))
        return (
            Side(True, bleed.top, 1, media.top - bleed.top, width, *upright),
            Side(True, bleed.bottom, -1, bleed.bottom - media.bottom, width, *upright),
            Side(False, bleed.left, -1, bleed.left - media.left, height, *level),
            Side(False, bleed.right, 1, media.right - bleed.right, height, *level),
        )


@dataclass(frozen=True)
class Side:
    """The paper along one side of the bleed.

    A place is told by how far along the side it lies, as x or y, and how far out from `edge`.
    """

    is_level: bool
    edge: float
    outwards: int
    room: float
    """How much paper there is from the bleed to the edge of the sheet."""
    extent: Span
    """From the first to the last cut along it."""
    cuts: tuple[float, ...]
    folds: tuple[float, ...] = ()
    glued: tuple[Span, ...] = ()

    def point(self, along: float, out: float) -> tuple[float, float]:
        """A place on the paper."""
        across = self.edge + self.outwards * out
        return (along, across) if self.is_level else (across, along)

    def gaps(self, taken: Iterable[Span]) -> Iterator[Span]:
        """What lies free along the side, beside its marks."""
        start, end = self.extent
        lines = ((at, at) for at in (*self.cuts, *self.folds, end))
        for left, right in sorted([*lines, *self.glued, *taken]):
            if left > start:
                yield start, left
            start = max(start, right)


def _extent(cuts: tuple[float, ...], bleed: Span) -> Span:
    return (min(cuts), max(cuts)) if len(cuts) > 1 else bleed
