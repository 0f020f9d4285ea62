"""Marked content: BMC, BDC, EMC, MP, DP, BX, EX."""

from collections.abc import Sequence
from typing import Any

from brochure.pdf.content.faults import STATES
from brochure.pdf.content.interpreter import Interpreter, Operator
from brochure.pdf.content.marks import mark_of, properties_of
from brochure.pdf.content.values import name


def begin(run: Interpreter, operands: Sequence[Any]) -> None:
    """BMC, BDC."""
    if len(run.marks) >= STATES:
        run.fault("too-deep")
    run.marks.append(run.mark)
    properties = properties_of(operands[1], run.resources) if len(operands) > 1 else None
    serial = len(run.opened) + 1
    run.mark = mark_of(name(operands[0]), properties, run.mark, run.stream, serial)
    run.opened.append(run.mark)


def end(run: Interpreter, _: Sequence[Any]) -> None:
    """EMC."""
    if run.marks:
        run.mark = run.marks.pop()
    else:
        run.fault("unbalanced")


def nothing(_: Interpreter, __: Sequence[Any]) -> None:
    """A point, or the begin and end of what older readers may not know."""


OPERATORS: dict[str, Operator] = {
    "BMC": begin,
    "BDC": begin,
    "EMC": end,
    **dict.fromkeys(("MP", "DP", "BX", "EX"), nothing),
}
