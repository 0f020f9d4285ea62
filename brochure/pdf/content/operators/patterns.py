"""What fills instead of a colour: tiling patterns and shadings (ISO 32000-1, 8.7)."""

from brochure.document.boxes import Box
from brochure.document.colour import Colour
from brochure.document.painted import Shading
from brochure.pdf.content.interpreter import Interpreter
from brochure.pdf.content.values import Object, key, matrix, number, value
from brochure.pdf.matrix import multiplied


def paint_pattern(run: Interpreter, pattern: Object, colour: Colour, box: Box) -> None:
    """Paint a pattern within a box. What a cell paints counts as painted all over the box."""
    if box.is_empty:
        return
    if int(number(value(pattern, "/PatternType"))) == 2:
        paint_shading(run, value(pattern, "/Shading"), box)
        return
    mark = ("pattern", key(pattern), colour, run.base)
    if mark in run.once and key(pattern):
        return  # told once a page; it says the same wherever it fills
    run.once.add(mark)
    before = run.cell, run.uncoloured, run.state
    run.state = run.state.copy()
    run.state.fill_pattern = run.state.stroke_pattern = None
    run.cell = box
    if int(number(value(pattern, "/PaintType"))) == 2 and colour.space.base:
        plain = Colour(colour.space.base, colour.values)
        run.state.fill = run.state.stroke = plain
        run.uncoloured = True
    run.state.clip = box
    by = multiplied(matrix(value(pattern, "/Matrix")), run.base)
    run.within(pattern, by, value(pattern, "/Resources"))
    run.cell, run.uncoloured, run.state = before


def paint_shading(run: Interpreter, shading: Object, box: Box) -> None:
    """Paint a gradient within a box."""
    space = run.space(value(shading, "/ColorSpace"))
    run.paint(Shading(box, run.graphics(), run.origin, space))
