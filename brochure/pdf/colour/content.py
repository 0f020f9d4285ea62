"""One content stream in other colours.

Only operators of colour are written anew, and states of overprint come in between; every other byte
stays, so marks and text are as they were.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from brochure.catalog.overprint import BlackOverprint
from brochure.document.boxes import Box
from brochure.pdf.colour.geometry import middle, subpaths
from brochure.pdf.colour.operations import PATH, Operation, operations
from brochure.pdf.colour.overprint import (
    FILLING,
    STATES,
    STROKING,
    of_path,
    of_text,
)
from brochure.pdf.colour.paint import Paint
from brochure.pdf.colour.separation import Separation
from brochure.pdf.colour.space import DEVICE, PATTERN, Shade, Space
from brochure.pdf.colour.state import OUT, Overprint, State
from brochure.pdf.matrix import IDENTITY, Matrix, Point, multiplied
from brochure.pdf.values import Value

Resources = Mapping[str, Mapping[str, Value]]
"""Entries of a resource dictionary, by kind and name."""
Change = tuple[bytes, bytes | None]
"""What must come before an operation, and what stands instead of it, where anything does."""
SAME: Change = (b"", None)
GONE: Change = (b"", b"")


class Objects(Protocol):
    """What content calls for by name; each is converted when it is met, in the state there."""

    def space(self, value: Value) -> Space:
        """The colour space that a value means."""

    def drawn(self, value: Value, state: State, separation: Separation) -> Value:
        """A form or a picture."""

    def pattern(self, value: Value, state: State, separation: Separation) -> Value:
        """A pattern to paint with."""

    def shading(self, value: Value, separation: Separation) -> Value:
        """A gradient."""

    def graphics_state(self, value: Value, state: State) -> Value:
        """A state of opacity, or with a mask."""

    def painted(self, paint: Paint | None, place: Callable[[], Point]) -> None:
        """Something is painted at a place of the page."""


class Content:
    """A stream on its way through; what it calls for in its new form is in `resources`."""

    def __init__(
        self, objects: Objects, given: Resources, state: State, separation: Separation
    ) -> None:
        self._objects, self._given, self._separation = objects, given, separation
        self._state = self._first = state
        self._stack: list[State] = []
        self._path: Operation | None = None
        self._limits = BlackOverprint.known()
        self.resources: dict[str, dict[str, Value]] = {}

    def rewritten(self, content: bytes) -> bytes:
        """The stream in its new colours."""
        pieces, done = [], 0
        for operation in operations(content):
            handler = HANDLERS.get(operation.operator)
            before, instead = handler(self, operation) if handler else SAME
            if before:  # nothing but construction may stand between a path and its painting
                start = self._path.start if self._path else operation.start
                pieces += [content[done:start], before]
                done = start
            if instead is not None:
                pieces += [content[done : operation.start], instead]
                done = operation.end
            if operation.operator in ENDS_PATH:
                self._path = None
        return b"".join([*pieces, content[done:]])

    def _save(self, _: Operation) -> Change:
        self._stack.append(self._state)
        return SAME

    def _restore(self, _: Operation) -> Change:
        self._state = self._stack.pop()
        return SAME

    def _transform(self, operation: Operation) -> Change:
        return self._now(matrix=multiplied(_matrix(operation), self._state.matrix))

    def _line_width(self, operation: Operation) -> Change:
        return self._now(line_width=float(operation.operands))

    def _begin_text(self, _: Operation) -> Change:
        return self._now(text_matrix=IDENTITY)

    def _font(self, operation: Operation) -> Change:
        name, size = operation.operands.split()
        self._take("Font", name[1:].decode())
        return self._now(font_size=float(size))

    def _text_matrix(self, operation: Operation) -> Change:
        return self._now(text_matrix=_matrix(operation))

    def _text_mode(self, operation: Operation) -> Change:
        return self._now(text_mode=int(operation.operands))

    def _space(self, operation: Operation) -> Change:
        name = _name(operation)
        value = self._given.get("ColorSpace", {}).get(name, b"/" + name.encode())
        space = self._objects.space(value)
        self._now(**{"stroke_space" if operation.operator == "CS" else "fill_space": space})
        return SAME if space == PATTERN else GONE

    def _device_colour(self, operation: Operation) -> Change:
        values = _numbers(operation)
        return self._colour(Shade(DEVICE[len(values)], values), operation)

    def _special_colour(self, operation: Operation) -> Change:
        stroke = operation.operator == "SCN"
        space = self._state.stroke_space if stroke else self._state.fill_space
        if space != PATTERN:
            return self._colour(Shade(space, _numbers(operation)), operation)
        name = _name(operation)
        made = self._objects.pattern(self._given["Pattern"][name], self._first, self._separation)
        self._keep("Pattern", name, made)
        return self._now(**{"stroke" if stroke else "fill": None})

    def _colour(self, shade: Shade, operation: Operation) -> Change:
        paint, stroke = self._separation.paint(shade), operation.operator.isupper()
        if paint.spot:
            self._keep("ColorSpace", paint.spot.resource, paint.spot.space)
        self._now(**{"stroke" if stroke else "fill": paint})
        return b"", paint.operators(stroke=stroke)

    def _graphics_state(self, operation: Operation) -> Change:
        name = _name(operation)
        value = self._given["ExtGState"][name]
        self._keep("ExtGState", name, self._objects.graphics_state(value, self._state))
        return SAME

    def _construct(self, operation: Operation) -> Change:
        self._path = operation
        return SAME

    def _clip(self, _: Operation) -> Change:
        boxes = subpaths(self._path.operands, self._state.matrix) if self._path else []
        if not boxes:
            return SAME
        shown, clip = Box.around(boxes), self._state.clip
        return self._now(clip=shown.clipped(clip) if clip else shown)

    def _paint_path(self, operation: Operation) -> Change:
        state, operator = self._state, operation.operator
        path = self._path.operands if self._path else b""
        for paint, painting in ((state.fill, FILLING), (state.stroke, STROKING)):
            if operator in painting:
                self._objects.painted(paint, lambda: middle(path, state.matrix))
        return self._printed(of_path(state, operator, path, self._limits))

    def _show_text(self, _: Operation) -> Change:
        state = self._state
        for paint in state.text_paints():
            self._objects.painted(paint, lambda: multiplied(state.text_matrix, state.matrix)[4:])
        return self._printed(of_text(state, self._limits))

    def _shade(self, operation: Operation) -> Change:
        name = _name(operation)
        made = self._objects.shading(self._given["Shading"][name], self._separation)
        self._keep("Shading", name, made)
        return self._printed(OUT)

    def _draw(self, operation: Operation) -> Change:
        name = _name(operation)
        change = self._printed(OUT)
        made = self._objects.drawn(self._given["XObject"][name], self._state, self._separation)
        self._keep("XObject", name, made)
        return change

    def _printed(self, overprint: Overprint) -> Change:
        """What comes next prints over, or knocks out."""
        if overprint == self._state.overprint:
            return SAME
        name, state = STATES[overprint]
        self._keep("ExtGState", name, state)
        self._now(overprint=overprint)
        return b"/%b gs\n" % name.encode(), None

    def _now(self, **changes: Any) -> Change:
        self._state = replace(self._state, **changes)
        return SAME

    def _take(self, kind: str, name: str) -> None:
        self._keep(kind, name, self._given[kind][name])

    def _keep(self, kind: str, name: str, value: Value) -> None:
        self.resources.setdefault(kind, {})[name] = value


def _numbers(operation: Operation) -> tuple[float, ...]:
    return tuple(map(float, operation.operands.split()))


def _matrix(operation: Operation) -> Matrix:
    a, b, c, d, e, f = _numbers(operation)
    return (a, b, c, d, e, f)


def _name(operation: Operation) -> str:
    return operation.operands.strip()[1:].decode()


ENDS_PATH = {"n", *FILLING, *STROKING}
HANDLERS: dict[str, Callable[[Content, Operation], Change]] = {
    "q": Content._save,
    "Q": Content._restore,
    "cm": Content._transform,
    "w": Content._line_width,
    "BT": Content._begin_text,
    "Tf": Content._font,
    "Tm": Content._text_matrix,
    "Tr": Content._text_mode,
    "gs": Content._graphics_state,
    "sh": Content._shade,
    "Do": Content._draw,
    PATH: Content._construct,
    **dict.fromkeys(("W", "W*"), Content._clip),
    **dict.fromkeys(("CS", "cs"), Content._space),
    **dict.fromkeys(("RG", "rg", "G", "g", "K", "k"), Content._device_colour),
    **dict.fromkeys(("SCN", "scn"), Content._special_colour),
    **dict.fromkeys(FILLING | STROKING, Content._paint_path),
    **dict.fromkeys(("TJ", "Tj"), Content._show_text),
}
