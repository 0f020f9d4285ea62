"""What a PDF means, as text that a person can read and compare: its tags and its facts."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from tests.pdf.tagged import Tagged

MM = 72 / 25.4


def tags(file: Path) -> str:
    """The structure tree, indented: type, what is spoken instead, the first words of the text."""
    return Tagged(file.read_bytes()).show(artifacts=False)


def facts(file: Path) -> str:
    """Page sizes, fonts, Info, bookmarks and links."""
    with pikepdf.open(file) as pdf:
        return "\n".join(
            [*_pages(pdf), *_fonts(pdf), *_info(pdf), *_bookmarks(pdf), *_links(pdf), ""]
        )


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
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    for number, page in enumerate(pdf.pages, start=1):
        for item in page.get("/Annots", []):
            target = str(item.A.URI) if "/A" in item else f"page {numbers[item.Dest[0].objgen]}"
            yield f"link on page {number}: {item.Contents} → {target}"
