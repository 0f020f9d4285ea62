"""A page → pictures of it: as it is, and without some of its text. Knows PDFium."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import floor, sqrt
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from brochure.document.boxes import Box
from brochure.document.colour import Rgb
from brochure.pdf.rendering.luminance import Pixels
from brochure.pdf.rendering.objects import TextObject

PPI = 100
"""Letters of 4 pt are 5 pixels high: enough to find ink (measured, see DECISIONS)."""
MOST_PIXELS = 4_000_000
LONGEST = 8000
"""Pixels of a side; a thread of a page would be within `MOST_PIXELS`, and wider than any bitmap."""
POINTS_PER_INCH = 72
ROUNDED = 1e-6
"""Points: what is cut off is rounded up to pixels, and must not be one more by a last digit."""


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """A document, as long as the block lasts; `pypdfium2.PdfiumError` where it is none."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def unturned(page: Any) -> Any:
    """The page as its own space has it, so that places need no turning."""
    if page.get_rotation():
        page.set_rotation(0)
    return page


def paper_of(page: Any) -> Box:
    """What of a page is shown."""
    return Box(*page.get_bbox())


def finished_of(page: Any) -> Box:
    """What a page is cut to: TrimBox, else ArtBox, CropBox, MediaBox."""
    own = page.get_trimbox(fallback_ok=False) or page.get_artbox(fallback_ok=False)
    return Box(*(own or page.get_cropbox()))


def scale_of(paper: Box, ppi: float = PPI) -> float:
    """Pixels a point: the usual, or what keeps a poster within bounds."""
    scale = ppi / POINTS_PER_INCH
    area, side = paper.width * paper.height, max(paper.width, paper.height)
    return min(scale, sqrt(MOST_PIXELS / area), LONGEST / side)


@dataclass(frozen=True)
class Frame:
    """What of a page is painted, how many pixels a point, and what is cut off around it."""

    box: Box
    scale: float
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)

    @classmethod
    def within(cls, paper: Box, part: Box, scale: float) -> "Frame":
        """A part of the paper, to whole pixels."""
        left, top = floor((part.left - paper.left) * scale), floor((paper.top - part.top) * scale)
        right = floor((paper.right - part.right) * scale)
        bottom = floor((part.bottom - paper.bottom) * scale)
        edges = (max(0, edge) for edge in (left, bottom, right, top))
        crop = tuple(edge / scale for edge in edges)
        box = Box(
            paper.left + crop[0],
            paper.bottom + crop[1],
            paper.right - crop[2],
            paper.top - crop[3],
        )
        return cls(box, scale, (crop[0], crop[1], crop[2], crop[3]))


def painted(page: Any, frame: Frame) -> Pixels:
    """The page in pixels, none of them mixed of two colours, except in pictures."""
    bitmap = page.render(
        scale=frame.scale,
        crop=tuple(max(0, edge - ROUNDED) for edge in frame.crop),
        may_draw_forms=False,
        no_smoothtext=True,
        no_smoothpath=True,
        rev_byteorder=True,
        prefer_bgrx=False,
    )
    pixels: Pixels = bitmap.to_numpy()[..., :3].copy()
    bitmap.close()
    return pixels


@contextmanager
def without(texts: Iterable[TextObject]) -> Iterator[None]:
    """Some runs of text are not painted, as long as the block lasts."""
    gone = [text.handle for text in texts]
    for handle in gone:
        pdfium.FPDFPageObj_SetIsActive(handle, False)
    try:
        yield
    finally:
        for handle in gone:
            pdfium.FPDFPageObj_SetIsActive(handle, True)


@contextmanager
def recoloured(texts: Iterable[TextObject]) -> Iterator[None]:
    """Some runs in another colour than their own, as long as the block lasts.

    PDFium keeps the colour that they have then in a space of its own; so this is the last look.
    """
    changed = list(texts)
    for text in changed:
        _paint(text, other_colour(text.fill), other_colour(text.stroke))
    try:
        yield
    finally:
        for text in changed:
            _paint(text, text.fill, text.stroke)


def other_colour(colour: Rgb) -> Rgb:
    """A colour that nobody takes for this one."""
    red, green, blue = ((part + 128) % 256 for part in colour)
    return red, green, blue


def _paint(text: TextObject, fill: Rgb, stroke: Rgb) -> None:
    pdfium.FPDFPageObj_SetFillColor(text.handle, *fill, round(255 * text.alpha))
    pdfium.FPDFPageObj_SetStrokeColor(text.handle, *stroke, 255)


def window(box: Box, paper: Box, scale: float, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """Rows and columns of the pixels that a box touches."""
    left, right = (int(np.floor((x - paper.left) * scale)) for x in (box.left, box.right))
    top, bottom = (int(np.floor((paper.top - y) * scale)) for y in (box.top, box.bottom))
    rows, columns = shape[:2]
    return (
        slice(min(max(top, 0), rows), min(max(bottom + 1, 0), rows)),
        slice(min(max(left, 0), columns), min(max(right + 1, 0), columns)),
    )
