"""The graphics state, as far as colour asks for it (ISO 32000-1, 8.4)."""

from dataclasses import dataclass
from typing import NamedTuple

from brochure.document.boxes import Box
from brochure.pdf.colour.paint import BLACK, Paint
from brochure.pdf.colour.space import GRAY, Space
from brochure.pdf.matrix import IDENTITY, Matrix

FULL_BLACK = Paint(BLACK)
FILLS = (0, 2, 4, 6)
STROKES = (1, 2, 5, 6)
"""Modes in which text is filled or stroked (table 106)."""


class Overprint(NamedTuple):
    """Whether what is filled and what is stroked prints over what lies below it."""

    fill: bool
    stroke: bool


OUT, OVER = Overprint(fill=False, stroke=False), Overprint(fill=True, stroke=True)


@dataclass(frozen=True)
class State:
    """What holds where something is painted; a colour that is a pattern is no paint."""

    matrix: Matrix = IDENTITY
    clip: Box | None = None
    fill: Paint | None = FULL_BLACK
    stroke: Paint | None = FULL_BLACK
    fill_space: Space = GRAY
    stroke_space: Space = GRAY
    line_width: float = 1.0
    font_size: float = 0.0
    text_matrix: Matrix = IDENTITY
    text_mode: int = 0
    overprint: Overprint = OUT

    def text_paints(self) -> list[Paint | None]:
        """What text is painted with in its mode."""
        fill = [self.fill] if self.text_mode in FILLS else []
        return fill + ([self.stroke] if self.text_mode in STROKES else [])
