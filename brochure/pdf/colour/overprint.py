"""What prints over what lies below it, and what knocks it out (ISO 32000-1, 8.6.7).

White is no ink: it would vanish if it overprinted, and so never does. `OPM 1` lets black leave the
other plates alone.
"""

from brochure.catalog.overprint import BlackOverprint
from brochure.pdf.colour.geometry import subpaths, thickness
from brochure.pdf.colour.paint import Paint
from brochure.pdf.colour.state import OUT, OVER, Overprint, State
from brochure.pdf.matrix import lengths, multiplied, scale_of

STATES = {
    OVER: ("overprint", b"<</Type /ExtGState/OP true/op true/OPM 1>>"),
    OUT: ("knockout", b"<</Type /ExtGState/OP false/op false/OPM 1>>"),
    Overprint(fill=False, stroke=True): (
        "overprint.stroke",
        b"<</Type /ExtGState/OP true/op false/OPM 1>>",
    ),
    Overprint(fill=True, stroke=False): (
        "overprint.fill",
        b"<</Type /ExtGState/OP false/op true/OPM 1>>",
    ),
}
"""The names of the states, the same on every page, and the states."""
FILLING = {"f", "F", "f*", "B", "B*", "b", "b*"}
STROKING = {"S", "s", "B", "B*", "b", "b*"}


def of_text(state: State, limits: BlackOverprint) -> Overprint:
    """How text is printed: by its size on the page."""
    size = state.font_size * lengths(multiplied(state.text_matrix, state.matrix))[1]
    paints = state.text_paints()
    over = bool(paints) and all(_overprints(paint, size < limits.text) for paint in paints)
    return OVER if over else OUT


def of_path(state: State, operator: str, path: bytes, limits: BlackOverprint) -> Overprint:
    """How a path is printed: thin lines, and what is filled and as thin, print over."""
    thin = state.line_width * scale_of(state.matrix) < limits.line
    stroke = operator in STROKING and _overprints(state.stroke, thin)
    fill = operator in FILLING and _overprints(state.fill, True)
    fill = fill and _fill_overprints(state, operator, path, limits)
    if operator in STROKING and operator in FILLING:
        return Overprint(fill, stroke)
    return OVER if fill or stroke else OUT


def _fill_overprints(state: State, operator: str, path: bytes, limits: BlackOverprint) -> bool:
    boxes = subpaths(path, state.matrix)
    thin = bool(boxes) and thickness(boxes, state.clip, even_odd="*" in operator) < limits.line
    return _overprints(state.fill, thin)


def _overprints(paint: Paint | None, small: bool) -> bool:
    if paint is None:
        return False
    return paint.spot.overprints if paint.spot else small and paint.is_black
