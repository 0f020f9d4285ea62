"""Cells of patterns are as large in their own space as on the page.

WeasyPrint 70 (`svg/defs.py`, `draw_gradient`) paints a gradient of a drawing as a pattern whose
cell is 1 × 1, which its matrix enlarges to the size of the shape. Poppler's Splash (pdftoppm,
Okular) makes a picture of a cell in the cell's own units, so that nothing is left of some.
"""

from math import hypot
from typing import Any

from weasyprint.matrix import Matrix
from weasyprint.pdf.stream import Stream

_add_pattern = Stream.add_pattern


def enlarge_pattern_cells() -> None:
    """Put the enlarging method in the place of the engine's own."""
    Stream.add_pattern = add_pattern


def add_pattern(
    stream: Any,
    x: float,
    y: float,
    width: float,
    height: float,
    repeat_width: float,
    repeat_height: float,
    matrix: Any,
) -> Any:
    """A pattern that shows the same, with the scale of its matrix in its content."""
    a, b, c, d, e, f = matrix.values
    across, down = max(1.0, hypot(a, b)), max(1.0, hypot(c, d))
    if across == down == 1:
        return _add_pattern(stream, x, y, width, height, repeat_width, repeat_height, matrix)
    pattern = _add_pattern(
        stream,
        x * across,
        y * down,
        width * across,
        height * down,
        repeat_width * across,
        repeat_height * down,
        Matrix(a / across, b / across, c / down, d / down, e, f),
    )
    pattern.transform(a=across, d=down)
    return pattern
