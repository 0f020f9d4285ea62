"""Colours: g, rg, k, cs, sc, scn and their twins for strokes."""

from collections.abc import Sequence
from typing import Any

import pikepdf

from brochure.document.colour import Colour, ColourSpace
from brochure.pdf.content.interpreter import Interpreter, Operator
from brochure.pdf.content.values import Object, name, number

INITIAL = {"DeviceCMYK": (0.0, 0.0, 0.0, 1.0)}
"""The colour after `cs`, where it is not all 0 (ISO 32000-1, 8.6.5 and 8.6.6)."""
ALL_INK = ("Separation", "DeviceN")


def _set(run: Interpreter, stroke: bool, colour: Colour, pattern: Object = None) -> None:
    if run.uncoloured:  # its colour is that of whoever shows it (8.7.3.3, 9.6.5)
        return
    if stroke:
        run.state.stroke, run.state.stroke_pattern = colour, pattern
    else:
        run.state.fill, run.state.fill_pattern = colour, pattern


def _device(family: str, count: int, stroke: bool) -> Operator:
    called = pikepdf.Name(f"/{family}")

    def operator(run: Interpreter, operands: Sequence[Any]) -> None:
        if len(operands) != count:
            raise ValueError(operands)
        _set(run, stroke, Colour(run.space(called), tuple(map(number, operands))))

    return operator


def _space(stroke: bool) -> Operator:
    def operator(run: Interpreter, operands: Sequence[Any]) -> None:
        space = run.space(operands[0])
        if space.family == "unknown":
            run.fault("missing-resource", f"ColorSpace {name(operands[0])}"[:60])
        _set(run, stroke, Colour(space, _initial(space)))

    return operator


def _initial(space: ColourSpace) -> tuple[float, ...]:
    if space.family in ALL_INK:
        return (1.0,) * space.components
    return INITIAL.get(space.family, (0.0,) * space.components)


def _values(stroke: bool) -> Operator:
    def operator(run: Interpreter, operands: Sequence[Any]) -> None:
        space = (run.state.stroke if stroke else run.state.fill).space
        if operands and isinstance(operands[-1], pikepdf.Name):
            pattern = run.resource("Pattern", name(operands[-1]))
            _set(run, stroke, Colour(space, tuple(map(number, operands[:-1]))), pattern)
        else:
            if len(operands) != space.components:
                raise ValueError(operands)
            _set(run, stroke, Colour(space, tuple(map(number, operands))))

    return operator


OPERATORS: dict[str, Operator] = {
    "g": _device("DeviceGray", 1, stroke=False),
    "G": _device("DeviceGray", 1, stroke=True),
    "rg": _device("DeviceRGB", 3, stroke=False),
    "RG": _device("DeviceRGB", 3, stroke=True),
    "k": _device("DeviceCMYK", 4, stroke=False),
    "K": _device("DeviceCMYK", 4, stroke=True),
    "cs": _space(stroke=False),
    "CS": _space(stroke=True),
    "sc": _values(stroke=False),
    "SC": _values(stroke=True),
    "scn": _values(stroke=False),
    "SCN": _values(stroke=True),
}
