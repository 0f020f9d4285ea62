"""Sheets → a PDF whose pages they are; pages of the source are forms, each there once.

The source itself is made over: of its catalog stays what the pages need, all else (structure,
bookmarks, actions, names) is about pages that are no more.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from brochure.diagnostics import Diagnostic, Severity
from brochure.document.boxes import Box
from brochure.marks import Drawing, Frame, draw
from brochure.sheet.metadata import claim_sheets
from brochure.sheet.placing import operators
from brochure.sheet.source import Source
from brochure.sheet.surface import Surface

KEPT = ("/Type", "/Pages", "/OutputIntents", "/OCProperties", "/Metadata", "/Lang")
VERSION = "1.6"
"""What PDF/X-4 is made of; a newer source keeps its own."""


def written(
    source: Source, surfaces: Sequence[Surface], texts: Sequence[str], marks: Sequence[str]
) -> tuple[bytes, list[Diagnostic]]:
    """The file, and what is missing on it; `texts` are the slug lines."""
    pdf = source.pdf
    frames = map(_frame, surfaces, texts)
    drawings = [draw(frame, marks) for frame in frames]
    forms = _forms(source, surfaces)
    group = _group(pdf)
    pages = [
        _page(source, surface, drawing, forms, group)
        for surface, drawing in zip(surfaces, drawings, strict=True)
    ]
    del pdf.pages[:]
    for page in pages:
        pdf.pages.append(pikepdf.Page(page))
    for key in set(pdf.Root.keys()) - set(KEPT):
        del pdf.Root[key]
    told = claim_sheets(pdf, repr((surfaces, texts, marks)).encode())
    return _saved(pdf), [*told, *_without_room(drawings)]


def _saved(pdf: Pdf) -> bytes:
    file = BytesIO()
    pdf.save(
        file,
        min_version=VERSION,
        deterministic_id=True,
        fix_metadata_version=False,  # it would put empty metadata for what it can't read
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return file.getvalue()


def _frame(surface: Surface, text: str) -> Frame:
    assert surface.media
    bleed = surface.bleed.clipped(surface.media)
    return Frame(surface.media, bleed, surface.cuts, surface.folds, surface.glued, text)


def _forms(source: Source, surfaces: Iterable[Surface]) -> dict[int, Object]:
    """Each page that is shown, as a form with its bleed (ISO 32000-1, 8.10)."""
    shown = {page for surface in surfaces for page, _ in surface.shown}
    forms = {}
    for index in sorted(shown):
        form = source.pdf.pages[index].as_form_xobject(handle_transformations=False)
        form.BBox = _array(source.pages[index].bleed)
        if isinstance(form.get(Name.Group), Dictionary):
            form.Group.I = True  # as the group of a page always is (11.4.7)
        forms[index] = form
    return forms


def _page(
    source: Source,
    surface: Surface,
    drawing: Drawing,
    forms: dict[int, Object],
    group: Object | None,
) -> Dictionary:
    shown = surface.shown
    lines = [operators(placed, source.pages[page], f"P{page + 1}") for page, placed in shown]
    content = "\n".join([*lines, ""]).encode("ascii") + drawing.operators
    assert surface.media
    page = Dictionary(
        Type=Name.Page,
        MediaBox=_array(surface.media),
        BleedBox=_array(surface.bleed.clipped(surface.media)),
        TrimBox=_array(surface.trim),
        Contents=Stream(source.pdf, content),
        Resources=_resources({f"/P{page + 1}": forms[page] for page, _ in shown}, drawing),
    )
    if group is not None:
        page.Group = group
    return page


def _resources(forms: dict[str, Object], drawing: Drawing) -> Dictionary:
    resources = Dictionary(XObject=Dictionary(forms))
    if drawing.colour_spaces:
        spaces = {f"/{name}": Object.parse(text) for name, text in drawing.colour_spaces.items()}
        resources.ColorSpace = Dictionary(spaces)
    return resources


def _group(pdf: Pdf) -> Object | None:
    """How translucent things are mixed: as on the first page that says it (11.4.7)."""
    found = (
        page.obj[Name.Group] for page in pdf.pages if isinstance(page.get(Name.Group), Dictionary)
    )
    return next(found, None)


def _array(box: Box) -> Array:
    return Array([round(value, 4) for value in box])


def _without_room(drawings: Iterable[Drawing]) -> Iterable[Diagnostic]:
    kinds = dict.fromkeys(kind for drawing in drawings for kind in drawing.left_out)
    if kinds:
        marks = ", ".join(kinds)
        yield Diagnostic.of("sheet/no-room-for-marks", None, Severity.WARNING, marks=marks)
