"""Printer's marks around a page or a sheet, as operators of PDF.

A low room: the linker draws them around single pages, `sheet` around what is imposed. All are drawn
in the colorant `All` (ISO 32000-1, 8.6.6.4), so that they come out on every plate, but for the
colour bar, which shows the process inks.
"""

from brochure.marks.drawing import KINDS, Drawing, draw, room
from brochure.marks.frame import NO_BANDS, NO_LINES, Bands, Frame, Lines

__all__ = ["KINDS", "NO_BANDS", "NO_LINES", "Bands", "Drawing", "Frame", "Lines", "draw", "room"]
