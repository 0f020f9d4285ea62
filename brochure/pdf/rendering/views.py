"""One page in pixels, as it is measured."""

from dataclasses import dataclass

from brochure.document.boxes import Box
from brochure.pdf.rendering.luminance import Pixels
from brochure.pdf.rendering.page import Frame, window


@dataclass(frozen=True)
class Views:
    """One page in pixels: as it is, and what lies behind its text."""

    shown: Pixels
    ground: Pixels
    frame: Frame
    recoloured: Pixels | None = None
    """The page with its text in other colours, to find what has that of its ground."""
    is_proof: bool = False
    """Whether colours are those of paper, which no object of the page has."""

    def window(self, box: Box) -> tuple[slice, slice]:
        """The pixels that a box touches."""
        return window(box, self.frame.box, self.frame.scale, self.shown.shape)
