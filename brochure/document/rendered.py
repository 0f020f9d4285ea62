"""What the pages of a PDF look like: every run of text, with its colours as they are painted.

Boxes are in points of the page's own space (origin at the bottom left), before it is turned.
"""

from dataclasses import dataclass, field
from typing import Literal

from brochure.document.boxes import MM, Box
from brochure.document.colour import Rgb

Ink = Literal[
    "seen",
    "hidden",  # text rendering mode 3 or 7: what readers use for text behind a scan
    "transparent",
    "same",  # in the colour of its ground
    "covered",  # something was painted over it
    "outside",  # clipped away, or beyond the page
    "layer",  # on a layer that is off
    "twin",  # the shadow or outline of the same words, painted before them
    "tiny",  # a dot or a dash that falls between pixels
    "unmeasured",  # smaller than a few pixels
]


@dataclass(frozen=True)
class Patch:
    """One em of a run: how much its letters stand out there."""

    box: Box
    ratio: float


@dataclass(frozen=True)
class RenderedRun:
    """The glyphs that one operator shows; `size` is the height of an em on the page, in points."""

    text: str
    box: Box
    size: float
    font: str
    weight: int
    """As the font's descriptor has it; 0 where it says none."""
    ink: Ink
    ratio: float = 1.0
    """Contrast by WCAG 2 in its worst em, from 1 to 21."""
    colour: Rgb = (0, 0, 0)
    ground: Rgb = (255, 255, 255)
    """Both where the contrast is worst."""
    patches: tuple[Patch, ...] = field(default=(), repr=False)
    over_picture: bool = False
    """Whether it lies on an image, or beneath one."""
    mcid: int | None = None
    marks: tuple[str, ...] = ()
    """The tags of the marked content that it stands in, from the outermost."""

    @property
    def worst(self) -> Box:
        """The em with the least contrast."""
        worst = min(self.patches, key=lambda patch: patch.ratio, default=None)
        return worst.box if worst else self.box


@dataclass(frozen=True)
class RenderedPage:
    """One page; without runs also where it was not looked at."""

    number: int
    paper: Box
    """What of the page is shown at all."""
    finished: Box
    """What the page is cut to."""
    runs: tuple[RenderedRun, ...] = field(default=(), repr=False)
    complete: bool = True
    """Whether all of it was looked at."""

    def area(self, box: Box) -> tuple[float, ...]:
        """Left, top, width and height of a box in mm on the finished page."""
        seen = box.clipped(self.paper) if box.touches(self.paper) else box
        left, top = seen.left - self.finished.left, self.finished.top - seen.top
        return tuple(round(number / MM, 1) for number in (left, top, seen.width, seen.height))


@dataclass(frozen=True)
class RenderedFile:
    """One file, as a screen shows it, or as it will look on paper."""

    name: str
    pages: tuple[RenderedPage, ...] = field(repr=False)
    medium: Literal["screen", "paper"] = "screen"
