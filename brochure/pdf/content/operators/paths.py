"""Paths: m, l, c, re, painting and clipping; patterns that fill them."""

from collections.abc import Sequence
from math import dist
from typing import Any

from brochure.document.boxes import Box
from brochure.document.painted import Path
from brochure.pdf.content.interpreter import Interpreter, Operator, Outline
from brochure.pdf.content.operators.patterns import paint_pattern
from brochure.pdf.matrix import lengths, placed, scale_of

MOST_CORNERS = 6
SQUARE = 0.02
"""How much the diagonals of a rectangle may differ, in points."""


def _reach(run: Interpreter, x: float, y: float) -> None:
    """Take a point into the box of the path."""
    a, b, c, d, e, f = run.state.matrix
    px, py = a * x + c * y + e, b * x + d * y + f
    left, bottom, right, top = run.outline.box
    run.outline.box = Box(
        px if px < left else left,
        py if py < bottom else bottom,
        px if px > right else right,
        py if py > top else top,
    )


def move(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator m; nothing is in the box until something leads away from it."""
    x, y = operands
    _close_subpath(run)
    run.outline.here = (x, y)
    run.outline.points = [placed(x, y, run.state.matrix)]


def line(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator l."""
    x, y = operands
    _reach(run, *run.outline.here)
    _reach(run, x, y)
    run.outline.here = (x, y)
    if len(run.outline.points) < MOST_CORNERS:
        run.outline.points.append(placed(x, y, run.state.matrix))


def curve(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operators c, v, y: the box is that of the control points, within which a curve stays."""
    _reach(run, *run.outline.here)
    for index in range(0, len(operands), 2):
        _reach(run, operands[index], operands[index + 1])
    run.outline.here = (operands[-2], operands[-1])
    run.outline.other = True


def rectangle(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator re."""
    x, y, width, height = operands
    _close_subpath(run)
    _reach(run, x, y)
    _reach(run, x + width, y + height)
    if run.state.matrix[1] or run.state.matrix[2]:
        _reach(run, x + width, y)
        _reach(run, x, y + height)
    across, up = lengths(run.state.matrix)
    _note_rectangle(run.outline, abs(width) * across, abs(height) * up)
    run.outline.here, run.outline.points = (x, y), []


def _note_rectangle(outline: Outline, width: float, height: float) -> None:
    sides = (min(width, height), max(width, height))
    if outline.rectangle is None or sides < outline.rectangle:
        outline.rectangle = sides


def _close_subpath(run: Interpreter) -> None:
    """See whether the corners so far make a rectangle."""
    outline, corners = run.outline, run.outline.points
    if len(corners) == 5 and corners[4] == corners[0]:
        corners = corners[:4]
    outline.points = []
    if len(corners) < 2:
        return
    if len(corners) == 4:
        a, b, c, d = corners
        middle = dist((a[0] + c[0], a[1] + c[1]), (b[0] + d[0], b[1] + d[1]))
        if middle < SQUARE and abs(dist(a, c) - dist(b, d)) < SQUARE:
            _note_rectangle(outline, dist(a, b), dist(b, c))
            return
    outline.other = True


def close(run: Interpreter, _: Sequence[Any]) -> None:
    """Operator h."""
    _close_subpath(run)


def clip(run: Interpreter, _: Sequence[Any]) -> None:
    """Operators W, W*: what comes after the path is painted is cut to it."""
    run.outline.clips = True


def _painting(filled: bool, stroked: bool) -> Operator:
    def operator(run: Interpreter, _: Sequence[Any]) -> None:
        _close_subpath(run)
        outline, run.outline = run.outline, Outline()
        if (filled or stroked) and outline.box.left <= outline.box.right:
            _paint(run, outline, filled, stroked)
        if outline.clips:
            run.state.clip = run.state.clip.clipped(outline.box)

    return operator


def _paint(run: Interpreter, outline: Outline, filled: bool, stroked: bool) -> None:
    state = run.state
    width = state.line_width * scale_of(state.matrix)
    box = run.shown_box(outline.box.grown(width / 2) if stroked else outline.box)
    if filled and state.fill_pattern is not None:
        paint_pattern(run, state.fill_pattern, state.fill, box)
        filled = False
    if stroked and state.stroke_pattern is not None:
        paint_pattern(run, state.stroke_pattern, state.stroke, box)
        stroked = False
    if filled or stroked:
        sides = outline.rectangle if filled and not outline.other else None
        run.paint(Path(box, run.graphics(), run.origin, filled, stroked, width, sides))


OPERATORS: dict[str, Operator] = {
    "m": move,
    "l": line,
    "c": curve,
    "v": curve,
    "y": curve,
    "re": rectangle,
    "h": close,
    "W": clip,
    "W*": clip,
    "n": _painting(filled=False, stroked=False),
    **dict.fromkeys(("S", "s"), _painting(filled=False, stroked=True)),
    **dict.fromkeys(("f", "F", "f*"), _painting(filled=True, stroked=False)),
    **dict.fromkeys(("B", "B*", "b", "b*"), _painting(filled=True, stroked=True)),
}
