"""What a page of a PDF paints, in the order of painting: text, paths, images, shadings.

Boxes are in points of the page's own space (origin at the bottom left), cut to what is not clipped.
"""

from dataclasses import dataclass
from typing import Literal

from brochure.document.boxes import Box
from brochure.document.colour import BLACK, Colour, ColourSpace
from brochure.document.marked import NO_MARK, Mark

LINE_ASPECT = 3
"""A filled rectangle that is so much longer than wide is a line (GWG 2022, I00004)."""

Origin = Literal["page", "soft mask", "annotation"]
"""What a thing is painted into; a soft mask is no ink, an annotation may not be printed."""


EVERYWHERE = Box(-1e9, -1e9, 1e9, 1e9)


@dataclass(frozen=True, slots=True)
class Graphics:
    """The part of the graphics state that says how something is painted (ISO 32000-1, 8.4)."""

    fill: Colour = BLACK
    stroke: Colour = BLACK
    fill_overprint: bool = False
    stroke_overprint: bool = False
    overprint_mode: int = 0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend_mode: str = "Normal"
    soft_mask: bool = False
    clip: Box = EVERYWHERE
    mark: Mark = NO_MARK
    """The marked content it belongs to."""

    @property
    def layer(self) -> str:
        """The name of the layer it lies on."""
        return self.mark.layer

    @property
    def artifact(self) -> bool:
        """Whether it belongs to no tagged content."""
        return self.mark.artifact

    @property
    def mcid(self) -> int | None:
        """The piece of tagged content it belongs to."""
        return self.mark.mcid


@dataclass(frozen=True, slots=True)
class TextRun:
    """The glyphs that one operator shows. `size` is the height of an em on the page, in points."""

    box: Box
    graphics: Graphics
    origin: Origin
    text: str
    font: str
    size: float
    filled: bool
    stroked: bool
    line_width: float

    @property
    def colours(self) -> tuple[Colour, ...]:
        """What its glyphs are painted with; none where they only clip or are hidden."""
        return (self.graphics.fill,) * self.filled + (self.graphics.stroke,) * self.stroked

    @property
    def kind(self) -> str:
        """What a person calls it."""
        return "text"


@dataclass(frozen=True, slots=True)
class Path:
    """A path that is filled, stroked or both; `line_width` is that on the page, in points."""

    box: Box
    graphics: Graphics
    origin: Origin
    filled: bool
    stroked: bool
    line_width: float
    rectangle: tuple[float, float] | None = None
    """The sides of a filled rectangle in points, the shorter one first."""

    @property
    def colours(self) -> tuple[Colour, ...]:
        """What it is painted with."""
        return (self.graphics.fill,) * self.filled + (self.graphics.stroke,) * self.stroked

    @property
    def lines(self) -> tuple[tuple[float, Colour, bool], ...]:
        """Its lines: width in points, colour, whether they overprint."""
        found = []
        if self.stroked:
            found.append((self.line_width, self.graphics.stroke, self.graphics.stroke_overprint))
        if self.filled and self.rectangle and self.rectangle[1] > LINE_ASPECT * self.rectangle[0]:
            found.append((self.rectangle[0], self.graphics.fill, self.graphics.fill_overprint))
        return tuple(found)

    @property
    def kind(self) -> str:
        """What a person calls it."""
        return "path"


@dataclass(frozen=True, slots=True)
class Image:
    """An image where it is placed. `ppi` is the lower one of both axes."""

    box: Box
    graphics: Graphics
    origin: Origin
    name: str
    width: int
    height: int
    bits: int
    space: ColourSpace | None
    """None for a stencil, which is painted in the colour of fills, and where it is not known."""
    ppi: float
    stencil: bool = False
    filters: tuple[str, ...] = ()
    key: str = ""
    """What is the same for each use of one image in a file."""

    @property
    def colours(self) -> tuple[Colour, ...]:
        """The space that it is in, without values; of a stencil its colour."""
        if self.stencil:
            return (self.graphics.fill,)
        return (Colour(self.space),) if self.space else ()

    @property
    def is_line_art(self) -> bool:
        """Whether a pixel is ink or none."""
        return self.stencil or (self.bits == 1 and (not self.space or self.space.components == 1))

    @property
    def kind(self) -> str:
        """What a person calls it."""
        return "image"


@dataclass(frozen=True, slots=True)
class Shading:
    """A gradient, which fills its box."""

    box: Box
    graphics: Graphics
    origin: Origin
    space: ColourSpace

    @property
    def colours(self) -> tuple[Colour, ...]:
        """The space that it is in, without values."""
        return (Colour(self.space),)

    @property
    def kind(self) -> str:
        """What a person calls it."""
        return "gradient"


Painted = TextRun | Path | Image | Shading
