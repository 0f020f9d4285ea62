"""What a PDF means, as text that a person can read and compare: its tags and its facts."""

import ctypes
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4
SHOWN = 60
SPOKEN = ("/Alt", "/ActualText", "/E", "/Lang")


def tags(file: Path) -> str:
    """The structure tree, indented: type, what is spoken instead, the first words of the text.

    The engine makes a Span of every line; lines are put together here, so that a line that breaks
    elsewhere is no difference.
    """
    texts = _marked_texts(file)
    with pikepdf.open(file) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}

        def lines(item: Any, depth: int) -> Iterator[str]:
            kids, shown = _kids(item), _said(item)
            while kids and isinstance(kids[0], str):
                shown += f" · {_short(kids.pop(0))}"
            yield "  " * depth + shown
            for kid in kids:
                if isinstance(kid, str):
                    yield f"{'  ' * (depth + 1)}· {_short(kid)}"
                else:
                    yield from lines(kid, depth + 1)

        def _kids(item: Any) -> list[Any]:
            """Elements and texts in order, texts of neighbours put together."""
            found: list[Any] = []
            for kid in _raw_kids(item):
                part = _text(kid, item)
                if part is None:
                    found.append(kid)
                elif found and isinstance(found[-1], str) and part:
                    found[-1] = f"{found[-1]} {part}"
                elif part:
                    found.append(part)
            return found

        def _text(kid: Any, parent: Any) -> str | None:
            """The text of marked content or of a line; None for an element of its own."""
            if _is_annotation(kid):
                return ""
            if not isinstance(kid, pikepdf.Dictionary) or "/MCID" in kid:
                page, number = parent.get("/Pg"), kid
                if isinstance(kid, pikepdf.Dictionary):
                    page, number = kid.get("/Pg", page), kid.MCID
                return " ".join(texts.get((pages[page.objgen], int(number)), "").split())
            parts = [_text(inner, kid) for inner in _raw_kids(kid)]
            if kid.S == "/Span" and _said(kid) == "Span" and None not in parts:
                return " ".join(part for part in parts if part)
            return None

        roots = _raw_kids(pdf.Root.StructTreeRoot)
        return "\n".join(line for root in roots for line in lines(root, 0)) + "\n"


def facts(file: Path) -> str:
    """Page sizes, fonts, Info, bookmarks and links."""
    with pikepdf.open(file) as pdf:
        return "\n".join(
            [*_pages(pdf), *_fonts(pdf), *_info(pdf), *_bookmarks(pdf), *_links(pdf), ""]
        )


def _raw_kids(item: Any) -> list[Any]:
    kids = item.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _is_annotation(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"


def _said(item: Any) -> str:
    parts = [str(item.S)[1:], *("→ annotation" for kid in _raw_kids(item) if _is_annotation(kid))]
    parts += [f'{key[1:]}="{item[key]}"' for key in SPOKEN if key in item]
    return " ".join([*parts, *(f"{key}={value}" for key, value in _attributes(item))])


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN].rstrip() + "…"


def _attributes(item: Any) -> Iterator[tuple[str, str]]:
    """What tables and lists carry: the direction of a head, the kind of numbers."""
    given = item.get("/A", [])
    for attributes in given if isinstance(given, pikepdf.Array) else [given]:
        for key in ("/Scope", "/ListNumbering", "/RowSpan", "/ColSpan", "/Summary"):
            if key in attributes:
                yield key[1:], str(attributes[key]).lstrip("/")


def _marked_texts(file: Path) -> dict[tuple[int, int], str]:
    """Page and number of marked content → its text, as PDFium reads it."""
    found: dict[tuple[int, int], str] = defaultdict(str)
    document = pypdfium2.PdfDocument(file)
    try:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for item in page.get_objects(max_depth=9):
                marked = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
                if marked >= 0 and item.type == pdfium.FPDF_PAGEOBJ_TEXT:
                    found[number, marked] += _text_of(item.raw, text.raw)
    finally:
        document.close()
    return found


def _text_of(item: Any, text: Any) -> str:
    length = pdfium.FPDFTextObj_GetText(item, text, None, 0)
    buffer = ctypes.create_string_buffer(length)
    words = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFTextObj_GetText(item, text, words, length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, start=1):
        box = [float(value) / MM for value in page.mediabox]
        yield f"page {number}: {box[2] - box[0]:.1f} × {box[3] - box[1]:.1f} mm"


def _fonts(pdf: pikepdf.Pdf) -> list[str]:
    names = {
        str(item.FontName)
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
    }
    return sorted("font: " + re.sub(r"^/[A-Z]{6}\+", "subset of ", name) for name in names)


def _info(pdf: pikepdf.Pdf) -> Iterator[str]:
    for key, value in sorted(pdf.docinfo.items()):
        if key != "/Producer":  # names the engine's version
            yield f"info {key[1:]}: {value}"
    yield f"language: {pdf.Root.Lang}"


def _bookmarks(pdf: pikepdf.Pdf) -> Iterator[str]:
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}

    def lines(items: Any, depth: int) -> Iterator[str]:
        for item in items:
            page = numbers[item.destination[0].objgen]
            yield f"bookmark: {'  ' * depth}{item.title} → page {page}"
            yield from lines(item.children, depth + 1)

    with pdf.open_outline() as outline:
        yield from lines(outline.root, 0)


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Each link once a page, though the engine makes one annotation of each line of it."""
    names = pdf.Root.Names.Dests.Names if "/Names" in pdf.Root else []
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    places = {str(names[i]): numbers[names[i + 1][0].objgen] for i in range(0, len(names), 2)}
    for number, page in enumerate(pdf.pages, start=1):
        found = [_target(item, places) for item in page.get("/Annots", [])]
        yield from (f"link on page {number}: {target}" for target in dict.fromkeys(found))


def _target(annotation: Any, places: dict[str, int]) -> str:
    if "/Dest" in annotation:
        return f"#{annotation.Dest} → page {places[str(annotation.Dest)]}"
    return str(annotation.A.URI)
