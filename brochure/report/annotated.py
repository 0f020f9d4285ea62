"""A copy of the PDF with a comment at the place of each finding, for those who work in the file.

Comments are new annotations that no tag holds, which PDF/UA forbids (ISO 14289-1, 7.18.1), and
that lie on the page, which PDF/X forbids (ISO 15930-7, 6.15). So the copy claims no standard any
more, and says in its title that it is one; the content of its pages is left as it is.
"""

import warnings
from collections import defaultdict
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.diagnostics.messages import say
from brochure.document.examined import Examination, Examined
from brochure.report.told import Told, told

MM = 72 / 25.4
COLOURS = {"error": (0.70, 0.15, 0.12), "warning": (0.54, 0.35, 0.0), "note": (0.18, 0.33, 0.59)}
ICON = 18
"""Points of a comment that has no area."""
BROKEN = (
    pikepdf.PdfError,
    pikepdf.PasswordError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What pikepdf raises at files that are broken, hostile or locked."""
CLAIMS = (
    "{http://www.aiim.org/pdfua/ns/id/}",
    "{http://www.aiim.org/pdfa/ns/id/}",
    "{http://www.npes.org/pdfx/ns/id/}",
    "{http://pdfa.org/declarations/}",
)
"""Namespaces by which a file claims PDF/UA, PDF/A, PDF/X and others."""
OLD_CLAIMS = ("/GTS_PDFXVersion", "/GTS_PDFXConformance")
DUBLIN_CORE_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def annotated(pdf: bytes, item: Examined, language: str) -> bytes:
    """The copy; a finding is raised where nobody can write into the file."""
    (seen,) = told(Examination((item,), ""), language)
    name = item.checked.name
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _copy(pdf, list(seen.findings), name, language)
    except BROKEN as cause:
        raise Problems([Diagnostic.of("report/not-annotated", Span(name))]) from cause


def _copy(pdf: bytes, findings: list[Told], name: str, language: str) -> bytes:
    with Pdf.open(BytesIO(pdf), suppress_warnings=True) as file:
        by_page: dict[int, list[Told]] = defaultdict(list)
        for finding in findings:
            by_page[min(max(finding.page, 1), len(file.pages))].append(finding)
        for number, own in by_page.items():
            _annotate(file, file.pages[number - 1], own)
        _disclaim(file, name, language)
        packed = BytesIO()
        locked = file.is_encrypted  # it stays so; qpdf makes no ID of the content then
        file.save(packed, deterministic_id=not locked, encryption=locked)
    return packed.getvalue()


def _annotate(file: Pdf, page: pikepdf.Page, findings: list[Told]) -> None:
    """Comments on a page; those without an area stand below one another in its corner."""
    finished = _finished(page)
    row = 0.0
    notes = []
    for finding in findings:
        if finding.area:
            box = _on_page(finding.area, finished)
        else:
            top = finished[3] - ICON * (0.5 + row)
            box, row = (
                (finished[0] + ICON / 2, top - ICON, finished[0] + ICON * 1.5, top),
                row + 1.2,
            )
        notes.append(file.make_indirect(_note(file, finding, box)))
    before = page.obj.get("/Annots")
    kept = list(before) if isinstance(before, Array) else []
    page.obj.Annots = Array([*kept, *notes])


def _note(file: Pdf, finding: Told, box: tuple[float, float, float, float]) -> Dictionary:
    words = "\n\n".join(filter(None, (finding.sentence, finding.hint, _source(finding))))
    entries: dict[str, Any] = {
        "/Type": Name.Annot,
        "/Subtype": Name.Square if finding.area else Name.Text,
        "/Rect": Array([round(number, 3) for number in box]),
        "/Contents": String(words),
        "/T": String("brochure"),
        "/Subj": String(f"{finding.severity}[{finding.code}]"),
        "/NM": String(finding.fingerprint),
        "/C": Array(COLOURS[str(finding.severity)]),
        "/F": 0,  # a comment is not printed (ISO 32000-1, 12.5.3)
    }
    if finding.area:
        entries |= {"/BS": Dictionary(W=1.5), "/AP": Dictionary(N=_frame(file, finding, box))}
    else:
        entries |= {"/Name": Name.Comment, "/F": 24}  # neither grows nor turns with the page
    return Dictionary(entries)


def _frame(file: Pdf, finding: Told, box: tuple[float, float, float, float]) -> Stream:
    """How a square is shown, as not every reader draws one by itself (ISO 32000-2, 12.5.2)."""
    width, height = box[2] - box[0], box[3] - box[1]
    red, green, blue = COLOURS[str(finding.severity)]
    sides = f"0.75 0.75 {max(width - 1.5, 0):.2f} {max(height - 1.5, 0):.2f}"
    drawing = f"{red} {green} {blue} RG 1.5 w {sides} re S"
    form = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, width, height]))
    return Stream(file, drawing.encode(), form)


def _on_page(
    area: tuple[float, ...], finished: tuple[float, ...]
) -> tuple[float, float, float, float]:
    """An area in mm from the top left as a rectangle of the page, with a little air around it."""
    left, top, width, height = (number * MM for number in area)
    x, y = finished[0] + left, finished[3] - top
    return x - 2, y - height - 2, x + width + 2, y + 2


def _finished(page: pikepdf.Page) -> tuple[float, ...]:
    """What the page is cut to: TrimBox, else ArtBox, CropBox, MediaBox."""
    for key in ("/TrimBox", "/ArtBox"):
        if key in page.obj:
            return _upright(page.obj[key])
    return _upright(page.cropbox)


def _upright(box: Any) -> tuple[float, ...]:
    x, y, across, up = (float(number) for number in box)
    return min(x, across), min(y, up), max(x, across), max(y, up)


def _source(finding: Told) -> str:
    return f"{finding.file}:{finding.line}" if finding.line else ""


def _disclaim(file: Pdf, name: str, language: str) -> None:
    """Says that it is a copy with comments, and takes the claims out."""
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        title = str(meta.get(DUBLIN_CORE_TITLE) or file.docinfo.get("/Title") or name)
        for key in [key for key in meta if key.startswith(CLAIMS)]:
            del meta[key]
        meta[DUBLIN_CORE_TITLE] = called = say("report/copy-title", language, title=title)
    for key in OLD_CLAIMS:
        if key in file.docinfo:
            del file.docinfo[key]
    file.docinfo[Name.Title] = called
