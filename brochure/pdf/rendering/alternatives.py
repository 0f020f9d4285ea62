"""What is read instead of things on a page: alternative and replacement texts of its tags."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

DEPTH = 64
MOST = 20_000
MOST_BYTES = 20_000


def alternatives_of(page: Any) -> Iterator[str]:
    """The texts of all tags of a page, by PDFium's own."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    try:
        yield from _texts(tree)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _texts(tree: Any) -> Iterator[str]:
    count = max(0, pdfium.FPDF_StructTree_CountChildren(tree))
    waiting = [(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), 0) for at in range(count)]
    seen = 0
    while waiting and (seen := seen + 1) < MOST:
        element, depth = waiting.pop()
        if not element:
            continue
        yield _text(pdfium.FPDF_StructElement_GetAltText, element)
        yield _text(pdfium.FPDF_StructElement_GetActualText, element)
        kids = max(0, pdfium.FPDF_StructElement_CountChildren(element)) if depth < DEPTH else 0
        for at in range(min(kids, MOST)):
            waiting.append((pdfium.FPDF_StructElement_GetChildAtIndex(element, at), depth + 1))


def _text(question: Any, element: Any) -> str:
    length = min(question(element, None, 0), MOST_BYTES)
    if length <= 2:
        return ""
    found = ctypes.create_string_buffer(length)
    question(element, found, length)
    return found.raw[: length - 2].decode("utf-16-le", "replace")
