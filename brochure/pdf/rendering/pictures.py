"""The pictures of a PDF as they lie on their pages, without the text over them."""

from collections.abc import Iterator
from typing import Any

import pypdfium2

from brochure.document.boxes import Box
from brochure.document.pictured_text import PictureView
from brochure.document.rendered import RenderedPage
from brochure.pdf.rendering.alternatives import alternatives_of
from brochure.pdf.rendering.objects import PageObjects, TooMuch, objects_of
from brochure.pdf.rendering.page import finished_of, opened, paper_of, scale_of, unturned, without
from brochure.pdf.rendering.weight import heavy_pages

PPI = 200
"""Type of 8 pt is 22 pixels high, what Tesseract asks for."""
LEAST_WIDTH, LEAST_HEIGHT = 40, 12
"""Points, below which a picture has no room for four words."""
MOST = 100
"""Pictures of a file that are looked at."""
TOUCHING = 1
"""Points between slices of one picture."""


def picture_views(pdf: bytes) -> list[PictureView]:
    """The first hundred pictures; none where PDFium can't open the file."""
    found: list[PictureView] = []
    heavy = heavy_pages(pdf)
    try:
        with opened(pdf) as document:
            for at in range(len(document)):
                found += _views(document, at) if at + 1 not in heavy else []
                if len(found) >= MOST:
                    break
    except pypdfium2.PdfiumError:
        return []
    return found[:MOST]


def _views(document: pypdfium2.PdfDocument, at: int) -> Iterator[PictureView]:
    try:
        page = unturned(document[at])
        objects, paper = objects_of(page.raw), paper_of(page)
    except (pypdfium2.PdfiumError, TooMuch, ValueError):
        return
    frame = RenderedPage(at + 1, paper, finished_of(page))
    boxes = [box.clipped(paper) for box in objects.pictures if box.touches(paper)]
    large = [box for box in _joined(boxes[:MOST]) if _has_room(box)]
    if large:
        told = _told(page, objects)
        with without(objects.texts):
            for box in large:
                yield PictureView(at + 1, frame.area(box), _png(page, box, paper), told)


def _has_room(box: Box) -> bool:
    return box.width >= LEAST_WIDTH and box.height >= LEAST_HEIGHT


def _joined(boxes: list[Box]) -> list[Box]:
    """The boxes, those that touch as one: many programs cut a picture into slices."""
    found: list[Box] = []
    for box in boxes:
        while near := [other for other in found if other.touches(box.grown(TOUCHING))]:
            found = [other for other in found if other not in near]
            box = Box.around([box, *near])
        found.append(box)
    return found


def _told(page: Any, objects: PageObjects) -> str:
    """What is read of a page: its text as it stands there, and its alternative texts."""
    text_page = page.get_textpage()
    words = text_page.get_text_range() if text_page.count_chars() else ""
    text_page.close()
    return " ".join([words, *(text.text for text in objects.texts), *alternatives_of(page.raw)])


def _png(page: Any, box: Box, paper: Box) -> bytes:
    from io import BytesIO

    edges = (
        box.left - paper.left,
        box.bottom - paper.bottom,
        paper.right - box.right,
        paper.top - box.top,
    )
    crop = tuple(max(0, edge) for edge in edges)
    bitmap = page.render(scale=scale_of(box, PPI), crop=crop, may_draw_forms=False)
    packed = BytesIO()
    bitmap.to_pil().convert("L").save(packed, "PNG")
    bitmap.close()
    return packed.getvalue()
