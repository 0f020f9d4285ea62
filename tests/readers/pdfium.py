"""Reads a PDF through its tree with PDFium, which is Chrome's reader."""

import ctypes
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from tests.readers.element import Element

BROKEN = "\x02"
"""What PDFium gives for a hyphen at which a line broke a word."""

Texts = dict[int, str]
"""Marked-content id → text."""


def read(file: Path) -> list[Element]:
    """The elements of each page; PDFium cuts the tree by pages."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [root for page in document for root in _roots(page)]
    finally:
        document.close()


def _roots(page: Any) -> list[Element]:
    texts, tree = texts_of(page), pdfium.FPDF_StructTree_GetForPage(page.raw)
    try:
        count = pdfium.FPDF_StructTree_CountChildren(tree)
        kids = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(count)]
        return [_element(kid, texts) for kid in kids if kid]
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _element(item: Any, texts: Texts) -> Element:
    kids: list[Element | str] = []
    for index in range(pdfium.FPDF_StructElement_CountChildren(item)):
        mcid = pdfium.FPDF_StructElement_GetChildMarkedContentID(item, index)
        if mcid >= 0:
            kids.append(texts.get(mcid, ""))
        elif kid := pdfium.FPDF_StructElement_GetChildAtIndex(item, index):
            kids.append(_element(kid, texts))
    if told := _string(pdfium.FPDF_StructElement_GetActualText, item):
        kids = [told]
    return Element(
        _string(pdfium.FPDF_StructElement_GetType, item),
        kids,
        alt=_string(pdfium.FPDF_StructElement_GetAltText, item),
        language=_string(pdfium.FPDF_StructElement_GetLang, item),
    )


def texts_of(page: Any) -> Texts:
    """The texts of a page by the ids of their marked content."""
    found: Texts = defaultdict(str)
    text = page.get_textpage()
    before: tuple[int, str] | None = None
    for item in page.get_objects(max_depth=9):
        mcid = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
        if mcid < 0 or item.type != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        told = _actual_text(item.raw)
        if told is None:
            found[mcid] += _string(pdfium.FPDFTextObj_GetText, item.raw, text.raw)
        elif before != (mcid, told):  # a mark may hold several objects
            found[mcid] += told
        before = None if told is None else (mcid, told)
    return {mcid: words.replace(BROKEN, "\u00ad") for mcid, words in found.items()}


def _actual_text(item: Any) -> str | None:
    """What the marks around an object say in its stead, if they say something."""
    for index in range(pdfium.FPDFPageObj_CountMarks(item)):
        mark = pdfium.FPDFPageObj_GetMark(item, index)
        buffer, length = (ctypes.c_ubyte * 4096)(), ctypes.c_ulong()
        if pdfium.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", buffer, 4096, length):
            return _text_string(bytes(buffer[: length.value]))
    return None


def _text_string(data: bytes) -> str:
    """A string of PDF: UTF-16 with a mark, or Latin letters (ISO 32000-1, 7.9.2.2)."""
    return data[2:].decode("utf-16-be") if data[:2] == b"\xfe\xff" else data.decode("latin-1")


def _string(ask: Callable[..., int], *about: Any) -> str:
    """The answer of a function of PDFium that fills a buffer with UTF-16."""
    length = ask(*about, None, 0)
    buffer = ctypes.create_string_buffer(length)
    kind = dict(enumerate(ask.argtypes or ()))[len(about)]  # type: ignore[attr-defined]
    ask(*about, ctypes.cast(buffer, kind), length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
