"""The graphics state: q, Q, cm, w, gs and what nobody asks for here."""

from collections.abc import Sequence
from typing import Any

import pikepdf

from brochure.document.pdf_file import Group
from brochure.document.pdf_file import State as Parameters
from brochure.pdf.content.interpreter import Interpreter, Operator, bounds_of, form_matrix
from brochure.pdf.content.operators.marked import nothing
from brochure.pdf.content.values import (
    Object,
    elements,
    is_dictionary,
    key,
    name,
    names,
    number,
    value,
)
from brochure.pdf.matrix import multiplied

NUMBERS = {
    "OPM": "overprint_mode",
    "ca": "fill_alpha",
    "CA": "stroke_alpha",
    "LW": "line_width",
}


def save(run: Interpreter, _: Sequence[Any]) -> None:
    """Operator q."""
    run.save()


def restore(run: Interpreter, _: Sequence[Any]) -> None:
    """Operator Q."""
    run.restore()


def concatenate(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator cm."""
    a, b, c, d, e, f = map(number, operands)
    run.state.matrix = multiplied((a, b, c, d, e, f), run.state.matrix)


def line_width(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator w."""
    run.state.line_width = abs(number(operands[0]))


def parameters(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator gs; what a name means is read once, soft masks are looked at where they are set."""
    called = ("ExtGState", name(operands[0]))
    if called not in run.named:
        run.named[called] = _settings(run, run.resource(*called))
    changes, mask = run.named[called]
    run.state.__dict__.update(changes)
    if mask is not None:
        run.state.soft_mask = is_dictionary(mask)
        _soft_mask(run, mask)


def _settings(run: Interpreter, found: Object) -> tuple[dict[str, Any], Object]:
    """What a parameter dictionary changes in the state, and its soft mask (ISO 32000-1, 8.4.5)."""
    run.parameters.add(_restricted(found))
    read = {attribute: value(found, f"/{word}") for word, attribute in NUMBERS.items()}
    changes: dict[str, Any] = {a: number(v) for a, v in read.items() if v is not None}
    if "overprint_mode" in changes:
        changes["overprint_mode"] = int(changes["overprint_mode"])
    if (stroke := value(found, "/OP")) is not None:
        changes["stroke_overprint"] = changes["fill_overprint"] = bool(stroke)
    if (fill := value(found, "/op")) is not None:
        changes["fill_overprint"] = bool(fill)
    if modes := names(value(found, "/BM")):
        changes["blend_mode"] = "Normal" if modes[0] == "Compatible" else modes[0]
    if len(font := elements(value(found, "/Font"))) == 2:
        changes |= {"font": run.loaded(font[0]), "size": number(font[1])}
    return changes, value(found, "/SMask")


def _restricted(found: Object) -> Parameters:
    """What print standards restrict (ISO 15930-7)."""
    second = value(found, "/TR2")
    transfer = value(found, "/TR") is not None or (second is not None and name(second) != "Default")
    return Parameters(names(value(found, "/BM")), transfer, _halftone(found))


def _halftone(found: Object) -> str:
    if value(found, "/HTP") is not None:
        return "HTP"
    screen = value(found, "/HT")
    if not is_dictionary(screen):
        return ""
    if value(screen, "/HalftoneName") is not None:
        return "HalftoneName"
    kind = int(number(value(screen, "/HalftoneType")))
    return "" if kind in (1, 5) else f"HalftoneType {kind}"


def _soft_mask(run: Interpreter, mask: Object) -> None:
    """Look at the group of a soft mask, once a page: it is no ink, but has colour spaces."""
    form = value(mask, "/G")
    mark = ("soft mask", key(form))
    if not isinstance(form, pikepdf.Stream) or mark in run.once:
        return
    run.once.add(mark)
    kind = "luminosity" if name(value(mask, "/S")) == "Luminosity" else "alpha"
    group = value(form, "/Group")
    space = value(group, "/CS")
    read = None if space is None else run.shared.spaces.of(space, value(form, "/Resources"))
    run.groups[Group("luminosity" if kind == "luminosity" else "alpha", read)] = None
    before, run.origin = run.origin, "soft mask"
    by = form_matrix(form, run.state.matrix)
    run.within(form, by, value(form, "/Resources"), bounds_of(form), group=True)
    run.origin = before


OPERATORS: dict[str, Operator] = {
    "q": save,
    "Q": restore,
    "cm": concatenate,
    "w": line_width,
    "gs": parameters,
    **dict.fromkeys(("J", "j", "M", "d", "ri", "i"), nothing),
}
