"""The graphics state (ISO 32000-1, 8.4): what the next object is painted with."""

from brochure.document.boxes import Box
from brochure.document.colour import BLACK, Colour
from brochure.document.marked import Mark
from brochure.document.painted import EVERYWHERE, Graphics
from brochure.pdf.content.fonts import NO_FONT, LoadedFont
from brochure.pdf.content.values import Object
from brochure.pdf.matrix import IDENTITY, Matrix


class State:
    """One graphics state; `q` copies it."""

    def __init__(self, matrix: Matrix = IDENTITY, clip: Box = EVERYWHERE) -> None:
        self.matrix = matrix
        self.clip = clip
        self.fill: Colour = BLACK
        self.stroke: Colour = BLACK
        self.fill_pattern: Object = None
        self.stroke_pattern: Object = None
        self.line_width = 1.0
        self.fill_overprint = False
        self.stroke_overprint = False
        self.overprint_mode = 0
        self.fill_alpha = 1.0
        self.stroke_alpha = 1.0
        self.blend_mode = "Normal"
        self.soft_mask = False
        self.font: LoadedFont = NO_FONT
        self.size = 0.0
        self.character_space = 0.0
        self.word_space = 0.0
        self.scale = 1.0
        self.leading = 0.0
        self.rise = 0.0
        self.mode = 0

    def copy(self) -> "State":
        """A state that can change without this one."""
        new = State.__new__(State)
        new.__dict__.update(self.__dict__)
        return new

    def graphics(self, mark: Mark) -> Graphics:
        """What of it a painted object keeps."""
        return Graphics(
            self.fill,
            self.stroke,
            self.fill_overprint,
            self.stroke_overprint,
            self.overprint_mode,
            self.fill_alpha,
            self.stroke_alpha,
            self.blend_mode,
            self.soft_mask,
            self.clip,
            mark,
        )
