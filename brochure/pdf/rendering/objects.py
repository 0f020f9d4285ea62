"""A page as PDFium knows it → its text and its pictures, with what lies in forms.

PDFium answers of one object at a time, in the space of the form that it is in (`answers.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

from brochure.document.boxes import Box
from brochure.document.colour import Rgb
from brochure.pdf.matrix import IDENTITY, Matrix, lengths, multiplied, placed_box
from brochure.pdf.rendering.answers import (
    bounds_of,
    clip_points,
    colour_of,
    marks_of,
    matrix_of,
    name_of,
    number_of,
    words_of,
)

DEPTH = 24
MOST_OBJECTS = 100_000
MOST_TEXTS = 20_000
MOST_CHARACTERS = 20_000_000
"""That are gone through to find the words of all runs: for each run all of the page's."""
FILL, STROKE, BOTH, HIDDEN, CLIP = 0, 1, 2, 3, 4
"""Text rendering modes (ISO 32000-1, table 106); from `CLIP` on the same again, clipping too."""


class TooMuch(Exception):  # noqa: N818 - it says what a page is
    """A page has more objects than are looked at."""


@dataclass(frozen=True)
class TextObject:
    """One run of text; `handle` is PDFium's own object."""

    handle: Any
    box: Box
    size: float
    font: str
    weight: int
    mode: int
    fill: Rgb
    stroke: Rgb
    line_width: float
    alpha: float
    is_plain: bool
    """Whether it is painted in its colour, without blending with what is behind it."""
    mcid: int | None
    marks: tuple[str, ...]
    is_clipped_away: bool = False
    text: str = ""

    @property
    def colour(self) -> Rgb:
        """The colour of most of its ink."""
        return self.stroke if self.mode % CLIP == STROKE else self.fill

    @property
    def is_hidden(self) -> bool:
        """Whether it is there to be read, but not painted."""
        return self.mode % CLIP == HIDDEN


@dataclass(frozen=True)
class PageObjects:
    """What of a page is looked at, each in the order of painting."""

    texts: tuple[TextObject, ...]
    pictures: tuple[Box, ...]


@dataclass(frozen=True)
class _Around:
    """What the forms around an object bring along."""

    by: Matrix = IDENTITY
    marks: tuple[str, ...] = ()
    is_plain: bool = True
    depth: int = 0


def objects_of(page: Any) -> PageObjects:
    """The text and the pictures of a page; `TooMuch` where there are too many things on it."""
    texts: list[TextObject] = []
    pictures: list[Box] = []
    for item, around in _walked(page):
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
            if (text := _text_object(item, around)) is not None:
                texts.append(text)
            if len(texts) > MOST_TEXTS:
                raise TooMuch
        else:
            pictures.append(bounds_of(item, around.by))
    return PageObjects(tuple(_with_words(page, texts)), tuple(pictures))


def _walked(page: Any) -> Iterator[tuple[Any, _Around]]:
    """Every text and image object, whatever form it is in."""
    seen = 0
    waiting = [(_kids(page), _Around())]
    while waiting:
        kids, around = waiting[-1]
        if (item := next(kids, None)) is None:
            waiting.pop()
            continue
        if (seen := seen + 1) > MOST_OBJECTS:
            raise TooMuch
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and len(waiting) < DEPTH:
            waiting.append((_kids_of_form(item), _within(item, around)))
        elif kind in (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_IMAGE):
            yield item, around


def _kids(page: Any) -> Iterator[Any]:
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        yield pdfium.FPDFPage_GetObject(page, at)


def _kids_of_form(form: Any) -> Iterator[Any]:
    for at in range(pdfium.FPDFFormObj_CountObjects(form)):
        yield pdfium.FPDFFormObj_GetObject(form, at)


def _within(form: Any, around: _Around) -> _Around:
    return _Around(
        multiplied(matrix_of(form), around.by),
        around.marks + marks_of(form),
        around.is_plain and not pdfium.FPDFPageObj_HasTransparency(form),
        around.depth + 1,
    )


def _text_object(item: Any, around: _Around) -> TextObject | None:
    """One run; none where it has no ink at all, such as a space."""
    box = bounds_of(item, around.by)
    if box.width <= 0 or box.height <= 0:
        return None
    by = multiplied(matrix_of(item), around.by)
    font = pdfium.FPDFTextObj_GetFont(item)
    fill, alpha = colour_of(pdfium.FPDFPageObj_GetFillColor, item)
    stroke, _ = colour_of(pdfium.FPDFPageObj_GetStrokeColor, item)
    mcid = pdfium.FPDFPageObj_GetMarkedContentID(item)
    return TextObject(
        item,
        box,
        round(number_of(pdfium.FPDFTextObj_GetFontSize, item) * lengths(by)[1], 2),
        name_of(pdfium.FPDFFont_GetBaseFontName, font),
        max(0, pdfium.FPDFFont_GetWeight(font)),
        max(0, pdfium.FPDFTextObj_GetTextRenderMode(item)),
        fill,
        stroke,
        number_of(pdfium.FPDFPageObj_GetStrokeWidth, item) * lengths(around.by)[1],
        alpha,
        around.is_plain and not pdfium.FPDFPageObj_HasTransparency(item),
        None if mcid < 0 else mcid,
        around.marks + marks_of(item),
        _is_clipped_away(item, around.by, box),
    )


def _is_clipped_away(item: Any, by: Matrix, box: Box) -> bool:
    """Whether any of its clips leaves nothing of it."""
    clip = pdfium.FPDFPageObj_GetClipPath(item)
    paths = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
    for path in range(min(max(0, paths), DEPTH)):
        points = list(clip_points(clip, path))
        if points and not _around(points, by).grown(0.01).touches(box):
            return True
    return False


def _around(points: list[tuple[float, float]], by: Matrix) -> Box:
    xs, ys = zip(*points, strict=True)
    return placed_box(Box(min(xs), min(ys), max(xs), max(ys)), by)


def _with_words(page: Any, texts: list[TextObject]) -> Iterator[TextObject]:
    """The runs with what is read of each, as far as that takes no time; without spaces alone."""
    if not (text_page := pdfium.FPDFText_LoadPage(page)):
        yield from texts
        return
    try:
        if pdfium.FPDFText_CountChars(text_page) * len(texts) > MOST_CHARACTERS:
            yield from texts
            return
        for item in texts:
            words = words_of(item.handle, text_page)
            if not words or not words.isspace():
                yield replace(item, text=words.strip())
    finally:
        pdfium.FPDFText_ClosePage(text_page)
