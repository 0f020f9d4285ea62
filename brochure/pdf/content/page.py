"""One page of a file → its boxes, its annotations, and all that it paints."""

from collections.abc import Iterator
from typing import TypeGuard

import pikepdf

from brochure.document.boxes import Box
from brochure.document.pdf_file import Annotation, Group, PageBoxes, PdfPage
from brochure.pdf.content.catalogue import actions_of
from brochure.pdf.content.faults import Exhausted
from brochure.pdf.content.interpreter import Interpreter, Shared, bounds_of
from brochure.pdf.content.state import State
from brochure.pdf.content.values import (
    Object,
    box,
    elements,
    inherited,
    is_dictionary,
    matrix,
    name,
    number,
    value,
)
from brochure.pdf.matrix import multiplied, placed_box

A4 = Box(0, 0, 595.28, 841.89)
"""What a page is taken for that says no size; a fault tells it."""
OWN_BOXES = {"bleed": "/BleedBox", "trim": "/TrimBox", "art": "/ArtBox"}


def read_page(page: Object, number_: int, shared: Shared) -> PdfPage:
    """All of one page; where a limit ends reading, what was painted before it."""
    resources = inherited(page, "/Resources")
    boxes = boxes_of(page)
    run = Interpreter(shared, State(clip=boxes.media), resources)
    if not _has_area(box(inherited(page, "/MediaBox"))):
        run.fault("no-media-box")
    try:
        if value(page, "/Contents") is not None:
            run.run(value(page, "/Contents"))
        for annotation in elements(value(page, "/Annots")):
            _appearance(run, annotation)
        cut_short = False
    except Exhausted:
        cut_short = True
    return PdfPage(
        number_,
        boxes,
        rotate=int(number(inherited(page, "/Rotate"))) % 360,
        user_unit=number(value(page, "/UserUnit"), 1.0),
        objects=tuple(run.painted),
        spoken=tuple(run.texts),
        marks=tuple(run.opened),
        annotations=tuple(annotations(page)),
        groups=(*_page_group(page, run), *run.groups),
        states=frozenset(run.parameters),
        fonts=tuple(run.fonts_shown),
        faults=tuple(run.faults),
        actions=tuple(_actions(page)),
        complete=not cut_short,
    )


def boxes_of(page: Object) -> PageBoxes:
    """The boxes; MediaBox and CropBox alone may come from above (ISO 32000-1, table 30)."""
    media = box(inherited(page, "/MediaBox"))
    own = {word: box(value(page, called)) for word, called in OWN_BOXES.items()}
    crop = box(inherited(page, "/CropBox"))
    return PageBoxes(media if _has_area(media) else A4, crop, **own)


def _has_area(found: Box | None) -> TypeGuard[Box]:
    return found is not None and found.width > 0 and found.height > 0


def annotations(page: Object) -> Iterator[Annotation]:
    """The annotations of a page."""
    for item in elements(value(page, "/Annots")):
        if is_dictionary(item):
            where = box(value(item, "/Rect")) or Box(0, 0, 0, 0)
            yield Annotation(name(value(item, "/Subtype")), where)


def _actions(page: Object) -> Iterator[str]:
    """What the page and its annotations do by themselves or when they are clicked."""
    yield from actions_of(page, "Page")
    for item in elements(value(page, "/Annots")):
        yield from actions_of(item, name(value(item, "/Subtype")))


def _page_group(page: Object, run: Interpreter) -> Iterator[Group]:
    group = value(page, "/Group")
    if name(value(group, "/S")) == "Transparency":
        space = value(group, "/CS")
        yield Group("page", None if space is None else run.shared.spaces.of(space, run.resources))


def _appearance(run: Interpreter, annotation: Object) -> None:
    """Look at what an annotation shows (ISO 32000-1, 12.5.5)."""
    normal = value(value(annotation, "/AP"), "/N")
    if not isinstance(normal, pikepdf.Stream):  # one for each state: the one that is on
        normal = value(normal, f"/{name(value(annotation, '/AS'))}")
    where = box(value(annotation, "/Rect"))
    if not isinstance(normal, pikepdf.Stream) or where is None:
        return
    own = matrix(value(normal, "/Matrix"))
    shown = placed_box(bounds_of(normal) or where, own)
    across = where.width / shown.width if shown.width else 1.0
    up = where.height / shown.height if shown.height else 1.0
    fit = (across, 0, 0, up, where.left - shown.left * across, where.bottom - shown.bottom * up)
    run.origin = "annotation"
    run.within(normal, multiplied(own, fit), value(normal, "/Resources"), bounds_of(normal))
    run.origin = "page"
