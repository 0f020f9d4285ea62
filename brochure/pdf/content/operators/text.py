"""Text (ISO 32000-1, 9): its matrices, its state, and what is shown."""

from collections.abc import Sequence
from typing import Any

import pikepdf

from brochure.document.boxes import Box
from brochure.document.painted import TextRun
from brochure.pdf.content.faults import TOLERATED
from brochure.pdf.content.fonts import LoadedFont
from brochure.pdf.content.instructions import Unreadable
from brochure.pdf.content.interpreter import Interpreter, Operator
from brochure.pdf.content.operators.patterns import paint_pattern
from brochure.pdf.content.values import Object, elements, name, number
from brochure.pdf.matrix import (
    IDENTITY,
    Matrix,
    lengths,
    moved,
    multiplied,
    placed_box,
    scale_of,
)

FILLS, STROKES, CLIPS = (0, 2, 4, 6), (1, 2, 5, 6), (4, 5, 6, 7)
"""Text rendering modes (table 106)."""
HIDDEN = 3
SPACE = 32
DIGITS = 2
"""Of a size in points: 10.666016 pixels are meant as 8 points."""


def begin(run: Interpreter, _: Sequence[Any]) -> None:
    """Operator BT."""
    run.text_matrix = run.line_matrix = IDENTITY
    run.text_clip = []


def end(run: Interpreter, _: Sequence[Any]) -> None:
    """Operator ET; text that clips has been collected."""
    if run.text_clip:
        run.state.clip = run.state.clip.clipped(Box.around(run.text_clip))
        run.text_clip = []


def font(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator Tf."""
    run.state.font = run.font(name(operands[0]))
    run.state.size = number(operands[1])


def _setting(attribute: str, factor: float = 1.0) -> Operator:
    def operator(run: Interpreter, operands: Sequence[Any]) -> None:
        setattr(run.state, attribute, number(operands[0]) * factor)

    return operator


def mode(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator Tr."""
    run.state.mode = int(number(operands[0]))


def _move(run: Interpreter, x: float, y: float) -> None:
    run.line_matrix = run.text_matrix = multiplied(moved(x, y), run.line_matrix)


def move(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator Td."""
    _move(run, number(operands[0]), number(operands[1]))


def move_and_lead(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator TD."""
    run.state.leading = -number(operands[1])
    move(run, operands)


def matrix(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator Tm."""
    a, b, c, d, e, f = map(number, operands)
    run.line_matrix = run.text_matrix = (a, b, c, d, e, f)


def next_line(run: Interpreter, _: Sequence[Any] = ()) -> None:
    """Operator T*."""
    _move(run, 0, -run.state.leading)


def show(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator Tj."""
    _show(run, [operands[0]])


def show_adjusted(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator TJ."""
    _show(run, elements(operands[0]))


def show_on_next_line(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator '."""
    next_line(run)
    show(run, operands)


def show_spaced(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator "."""
    run.state.word_space, run.state.character_space = number(operands[0]), number(operands[1])
    show_on_next_line(run, operands[2:])


def _show(run: Interpreter, parts: Sequence[Object]) -> None:
    state, used = run.state, run.state.font
    run.fonts_shown[used.facts] = None
    shown_codes = used.hidden if state.mode == HIDDEN else used.shown
    start = multiplied(run.text_matrix, state.matrix)
    codes: list[int] = []
    across, ends = 0.0, []
    for part in parts:
        if isinstance(part, pikepdf.String):
            shown = used.codes(bytes(part))
            ends.append(across)
            for code in shown if used.glyphs else ():
                _glyph(run, used, code, across)
                across += _advance(run, used, [code])
            across += 0 if used.glyphs else _advance(run, used, shown)
            ends.append(across)
            codes += shown
            shown_codes.update(shown)
        else:
            across -= number(part) / 1000 * state.size * state.scale
    run.text_matrix = multiplied(moved(across, 0), run.text_matrix)
    if codes:
        _paint(run, used, used.text(codes), start, (min(ends), max(ends)))


def _advance(run: Interpreter, used: LoadedFont, codes: list[int]) -> float:
    """How far the pen moves for glyphs (ISO 32000-1, 9.4.4)."""
    state, widths, default = run.state, used.widths, used.default_width
    spaces = codes.count(SPACE) * state.word_space if used.bytes_a_code == 1 else 0.0
    across = sum([widths.get(code, default) for code in codes]) * state.size
    return (across + len(codes) * state.character_space + spaces) * state.scale


def _paint(
    run: Interpreter, used: LoadedFont, text: str, by: Matrix, ends: tuple[float, float]
) -> None:
    state = run.state
    bottom, top = used.descent * state.size, used.ascent * state.size
    low, high = min(bottom, top) + state.rise, max(bottom, top) + state.rise
    flat = Box(ends[0], low, ends[1], high)
    where = placed_box(flat, by)
    if state.mode in CLIPS:
        run.text_clip.append(where)
    filled, stroked = state.mode in FILLS, state.mode in STROKES
    box = run.shown_box(where)
    if filled and state.fill_pattern is not None:
        paint_pattern(run, state.fill_pattern, state.fill, box)
        filled = False
    if used.glyphs and not run.uncoloured and not _takes_colour(run, used):
        filled = stroked = False  # its glyphs bring their own colours
    size = round(abs(state.size) * lengths(by)[1] * _em(used), DIGITS)
    width = state.line_width * scale_of(state.matrix)
    shown = TextRun(
        box, run.graphics(), run.origin, text, used.facts.name, size, filled, stroked, width
    )
    run.texts.append(shown)
    run.paint(shown)


def _em(used: LoadedFont) -> float:
    """How high an em is: a thousand units of the space in which glyphs are drawn."""
    return abs(used.glyph_matrix[3]) * 1000


def _takes_colour(run: Interpreter, used: LoadedFont) -> bool:
    """Whether a Type 3 font's glyphs are shapes only (`d1`), by its first one."""
    try:
        first = run.shared.instructions.of(next(iter(used.glyphs.values())))
        return bool(first) and first[0][0] == "d1"
    except (Unreadable, *TOLERATED):
        return False


def _glyph(run: Interpreter, used: LoadedFont, code: int, across: float) -> None:
    """Carry out the procedure of a Type 3 glyph (ISO 32000-1, 9.6.5)."""
    if (procedure := used.glyphs.get(code)) is None:
        return
    state = run.state
    size: Matrix = (state.size * state.scale, 0, 0, state.size, across, state.rise)
    by = multiplied(multiplied(size, run.text_matrix), state.matrix)
    before = run.uncoloured, run.text_matrix, run.line_matrix
    run.within(procedure, multiplied(used.glyph_matrix, by), used.resources)
    run.uncoloured, run.text_matrix, run.line_matrix = before


def glyph_width(_: Interpreter, __: Sequence[Any]) -> None:
    """Operator d0."""


def glyph_shape(run: Interpreter, _: Sequence[Any]) -> None:
    """Operator d1: from here on colours are those of the text."""
    run.uncoloured = True


OPERATORS: dict[str, Operator] = {
    "BT": begin,
    "ET": end,
    "Tf": font,
    "Tr": mode,
    "Tc": _setting("character_space"),
    "Tw": _setting("word_space"),
    "Tz": _setting("scale", 0.01),
    "TL": _setting("leading"),
    "Ts": _setting("rise"),
    "Td": move,
    "TD": move_and_lead,
    "Tm": matrix,
    "T*": next_line,
    "Tj": show,
    "TJ": show_adjusted,
    "'": show_on_next_line,
    '"': show_spaced,
    "d0": glyph_width,
    "d1": glyph_shape,
}
