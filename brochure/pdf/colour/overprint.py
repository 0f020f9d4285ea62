"""What prints over what lies below it, and what knocks it out (ISO 32000-1, 8.6.7).

White is no ink: it would vanish if it overprinted, and so never does. `OPM 1` lets black leave the
other plates alone.
"""

from brochure.catalog.overprint import BlackOverprint
from brochure.pdf.colour.geometry import height, scale, subpaths, thickness, times
from brochure.pdf.colour.paint import Paint
from brochure.pdf.colour.state import State

OVER, OUT = "overprint", "knockout"
"""Names of the two states, the same on every page."""
STATES = {
    OVER: b"<</Type /ExtGState/OP true/op true/OPM 1>>",
    OUT: b"<</Type /ExtGState/OP false/op false/OPM 1>>",
}
FILLING = {"f", "F", "f*", "B", "B*", "b", "b*"}
STROKING = {"S", "s", "B", "B*", "b", "b*"}


def text_overprints(state: State, limits: BlackOverprint) -> bool:
    """Whether text prints over: by its size on the page."""
    size = state.font_size * height(times(state.text_matrix, state.matrix))
    paints = state.text_paints()
    return bool(paints) and all(_overprints(paint, size < limits.text) for paint in paints)


def path_overprints(state: State, operator: str, path: bytes, limits: BlackOverprint) -> bool:
    """Whether a path prints over: a thin line, or a filled thing that is as thin."""
    over = []
    if operator in STROKING:
        thin = state.line_width * scale(state.matrix) < limits.line
        over.append(_overprints(state.stroke, thin))
    if operator in FILLING:
        over.append(
            _overprints(state.fill, True) and _fill_overprints(state, operator, path, limits)
        )
    return all(over)


def _fill_overprints(state: State, operator: str, path: bytes, limits: BlackOverprint) -> bool:
    boxes = subpaths(path, state.matrix)
    thin = bool(boxes) and thickness(boxes, state.clip, even_odd="*" in operator) < limits.line
    return _overprints(state.fill, thin)


def _overprints(paint: Paint | None, small: bool) -> bool:
    if paint is None:
        return False
    return paint.spot.overprints if paint.spot else small and paint.is_black
