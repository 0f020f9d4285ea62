"""What is painted as a whole: forms and images (Do), inline images, shadings (sh)."""

from collections.abc import Sequence
from typing import Any

from brochure.document.boxes import Box
from brochure.document.painted import Image
from brochure.document.pdf_file import Group
from brochure.pdf.content.images import Raster, raster
from brochure.pdf.content.instructions import INLINE_IMAGE
from brochure.pdf.content.interpreter import Interpreter, Operator, bounds_of, form_matrix
from brochure.pdf.content.marks import layer_name, on_layer
from brochure.pdf.content.operators.patterns import paint_pattern, paint_shading
from brochure.pdf.content.values import Object, key, name, value
from brochure.pdf.matrix import lengths, placed_box

UNIT = Box(0, 0, 1, 1)
POINTS_AN_INCH = 72
LEAST_LENGTH = 1e-6


def do(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator Do."""
    called = name(operands[0])
    found = run.resource("XObject", called)
    if found is None:
        return
    before = run.mark
    run.mark = on_layer(before, layer_name(value(found, "/OC")))
    match name(value(found, "/Subtype")):
        case "Form":
            _form(run, found)
        case "Image":
            _image(run, raster(found, called, run.resources, run.shared.spaces))
            _masks(run, found, called)
        case "PS":
            pass  # told of the file as a whole
        case other:
            run.fault("unknown-operator", f"XObject {other}"[:40])
    run.mark = before


def _form(run: Interpreter, form: Object) -> None:
    group = value(form, "/Group")
    is_group = name(value(group, "/S")) == "Transparency"
    resources = value(form, "/Resources")
    if is_group:
        space = value(group, "/CS")
        read = None if space is None else run.shared.spaces.of(space, resources)
        run.groups[Group("form", read)] = None
    by = form_matrix(form, run.state.matrix)
    run.within(form, by, resources, bounds_of(form), group=is_group)


def _image(run: Interpreter, found: Raster) -> None:
    """Paint an image into the unit square of the current space."""
    across, up = lengths(run.state.matrix)
    box = run.shown_box(placed_box(UNIT, run.state.matrix))
    ppi = min(
        found.width * POINTS_AN_INCH / max(across, LEAST_LENGTH),
        found.height * POINTS_AN_INCH / max(up, LEAST_LENGTH),
    )
    if found.stencil and run.state.fill_pattern is not None:
        paint_pattern(run, run.state.fill_pattern, run.state.fill, box)
    run.paint(
        Image(
            box,
            run.graphics(),
            run.origin,
            found.name,
            found.width,
            found.height,
            found.bits,
            found.space,
            ppi,
            found.stencil,
            found.filters,
            found.key,
        )
    )


def _masks(run: Interpreter, image: Object, called: str) -> None:
    """What an image is masked with: no ink, but it has a colour space."""
    for word in ("/SMask", "/Mask"):
        mask = value(image, word)
        if key(mask) and name(value(mask, "/Subtype")) == "Image":
            before, run.origin = run.origin, "soft mask"
            _image(run, raster(mask, called, run.resources, run.shared.spaces))
            run.origin = before


def inline(run: Interpreter, operands: Sequence[Any]) -> None:
    """BI … ID … EI; pikepdf has written its short keys out."""
    _image(run, raster(operands[0].obj, "inline", run.resources, run.shared.spaces))


def shade(run: Interpreter, operands: Sequence[Any]) -> None:
    """Operator sh: a gradient over all that is not clipped."""
    paint_shading(run, run.resource("Shading", name(operands[0])), run.state.clip)


OPERATORS: dict[str, Operator] = {"Do": do, INLINE_IMAGE: inline, "sh": shade}
