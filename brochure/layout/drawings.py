"""Drawings (SVG) painted once and remembered: 0.3 s of a build of 2.4 s (measured).

WeasyPrint 70 (`svg/__init__.py`) walks the whole drawing in Python each time it is painted. What
comes out is plain: operators, groups for opacity, and states of opacity. These are kept, under all
that shapes them; a drawing that takes anything else (text, pictures, gradients, other files), or of
which the engine complains, is painted afresh each time. The bytes are the same (a test).
"""

import marshal
import re
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import Any
from xml.etree import ElementTree

import pydyf
from weasyprint import VERSION, images
from weasyprint.svg import SVG

from brochure import cache
from brochure.diagnostics.log import records_of

KIND = "drawings"
FORMAT = 1
ELSEWHERE = re.compile(rb'href="(?!#)|url\((?!#)|@import')
"""What may lead to something that is not in the drawing itself."""

Painted = tuple[bytes, list[Any], list[Any]]
"""Operators; states as name and values; groups as box and what is painted in them."""


class NotPlain(Exception):  # noqa: N818 - it says what the painted drawing is
    """The drawing took more than operators, groups and opacity."""


def remember_drawings() -> None:
    """Put the remembering drawing in the place of the engine's own."""
    images.SVG = Drawing


class Drawing:
    """Stands in for the engine's `SVG`, which it makes only for what it does not remember."""

    def __init__(self, tree: Any, url: str, fonts: Any, fetcher: Any = None) -> None:
        source = ElementTree.tostring(tree)
        self._arguments = (tree, url, fonts, fetcher)
        self._source = cache.key_of(source, url, VERSION, pydyf.VERSION, FORMAT)
        self._keepable = not ELSEWHERE.search(source)
        # Asked now, so that a drawing which the engine can't take fails here as its own would.
        self._viewbox = self._remembered("viewbox", lambda: self._svg.get_viewbox())

    @cached_property
    def _svg(self) -> Any:
        with records_of("weasyprint") as records:
            svg = SVG(*self._arguments)
        self._keepable &= not records
        return svg

    def get_intrinsic_size(self, font_size: float) -> Any:
        """Width and height, where the drawing has them."""
        return self._remembered(
            f"size at {font_size}", lambda: self._svg.get_intrinsic_size(font_size)
        )

    def get_viewbox(self) -> Any:
        """The part of the plane that the drawing shows."""
        return self._viewbox

    def draw(self, stream: Any, width: float, height: float, url: str, context: Any) -> None:
        """Paint the drawing on a stream, from memory if it was painted so before."""
        key = cache.key_of(self._source, width, height, url, _state(stream))
        if (data := cache.recall(KIND, key)) is not None:
            _repaint(stream, marshal.loads(data))
            return
        mark = _Mark(stream)
        with records_of("weasyprint") as records:
            self._svg.draw(stream, width, height, url, context)
        if self._keepable and not records:
            with suppress(NotPlain):
                cache.keep(KIND, key, marshal.dumps(mark.painted_since()))

    def _remembered(self, question: str, answer: Callable[[], Any]) -> Any:
        key = cache.key_of(self._source, question)
        if (data := cache.recall(KIND, key)) is not None:
            return marshal.loads(data)
        found = answer()
        if self._keepable:
            cache.keep(KIND, key, marshal.dumps(found))
        return found


def _state(stream: Any) -> tuple[Any, ...]:
    """What of a stream shapes the operators that are painted next."""
    return (
        stream._current_color,
        stream._current_color_stroke,
        stream._current_alpha,
        stream._current_alpha_stroke,
        stream.ctm.values,
        list(stream._resources["ExtGState"]),
        len(stream._resources["XObject"]),
        sorted(stream._color_profiles),
        stream._output_intent,
    )


class _Mark:
    """Where a stream stood before a drawing was painted on it."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._length = len(stream.stream)
        self._counts = {kind: len(stream._resources[kind]) for kind in _KINDS}

    def painted_since(self) -> Painted:
        """What came since, without the `q` and `Q` around it; or `NotPlain`."""
        first, *operators, last = self._stream.stream[self._length :] or [b""] * 2
        if (first, last) != (b"q", b"Q"):
            raise NotPlain
        return _painted(operators, self._stream._resources, self._counts)


_KINDS = ("ExtGState", "XObject", "Pattern", "Shading")


def _painted(operators: list[Any], resources: Any, counts: dict[str, int]) -> Painted:
    added = {kind: list(resources[kind].items())[counts.get(kind, 0) :] for kind in _KINDS}
    if added["Pattern"] or added["Shading"] or b"BT" in operators:
        raise NotPlain
    if not all(isinstance(operator, bytes) for operator in operators):
        raise NotPlain
    states = [(name, _opacity(state)) for name, state in added["ExtGState"]]
    groups = [_group(name, group) for name, group in added["XObject"]]
    return b"\n".join(operators), states, groups


def _opacity(state: Any) -> list[tuple[str, float]]:
    if not set(state) <= {"ca", "CA"}:
        raise NotPlain
    return list(state.items())


def _group(name: str, group: Any) -> tuple[list[float], Painted]:
    if getattr(group, "id", None) != name:  # a picture has its data elsewhere
        raise NotPlain
    return list(group.extra["BBox"]), _painted(group.stream, group._resources, {})


def _repaint(stream: Any, painted: Painted) -> None:
    stream.push_state()
    _fill(stream, painted)
    stream.pop_state()


def _fill(stream: Any, painted: Painted) -> None:
    operators, states, groups = painted
    for name, values in states:
        stream._resources["ExtGState"][name] = pydyf.Dictionary(dict(values))
    for box, inner in groups:
        group = stream.add_group(0, 0, 0, 0)
        group.extra["BBox"][:] = box
        _fill(group, inner)
    if operators:
        stream.stream.append(operators)
