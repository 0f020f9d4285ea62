"""Printer's marks around the pages of a print file, on paper that is larger than the bleed.

Nothing of a page is touched: its boxes but for the MediaBox stay, the marks lie outside the bleed,
and are artifacts of the page (ISO 32000-1, 14.8.2.2.2), as nobody reads them.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from brochure.catalog import Side
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.boxes import MM, Box
from brochure.document.fragment import PaintedPage
from brochure.marks import NO_LINES, Drawing, Frame, Lines, draw, room
from brochure.marks.pen import rectangle


@dataclass(frozen=True)
class PageMarks:
    """Which marks are drawn; `sides` have the folds of each page, `text` is the slug line."""

    kinds: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    text: str = ""


def with_marks(
    pages: Sequence[PaintedPage], marks: PageMarks
) -> tuple[list[PaintedPage], list[Diagnostic]]:
    """The pages with their marks, and for which kinds of them there is no room."""
    if not marks.kinds:
        return list(pages), []
    frames = [_frame(page, marks, index, len(pages)) for index, page in enumerate(pages)]
    drawings = [draw(frame, marks.kinds) for frame in frames]
    marked = [
        _marked(page, frame.media, drawing)
        for page, frame, drawing in zip(pages, frames, drawings, strict=True)
    ]
    return marked, list(_without_room(drawings))


def _frame(page: PaintedPage, marks: PageMarks, index: int, count: int) -> Frame:
    bleed, trim = Box(*page.bleed), Box(*page.trim)
    folds = _folds(marks.sides[index % len(marks.sides)], trim) if marks.sides else NO_LINES
    text = f"{marks.text} · {index + 1}/{count}"
    return Frame.of_page(bleed.grown(room(marks.kinds)), bleed, trim, folds, text)


def _folds(side: Side, trim: Box) -> Lines:
    """The folds of a side of a sheet, on the page."""
    upright = {crease.start[0] for crease in side.creases if crease.start[0] == crease.end[0]}
    level = {crease.start[1] for crease in side.creases if crease.start[1] == crease.end[1]}
    xs = tuple(trim.left + x * MM for x in sorted(upright))
    return Lines(xs, tuple(trim.top - y * MM for y in sorted(level)))


def _marked(page: PaintedPage, media: Box, drawing: Drawing) -> PaintedPage:
    bleed = Box(*page.bleed)
    spaces = tuple((name.encode(), text) for name, text in drawing.colour_spaces.items())
    # What is painted may reach beyond the bleed, where nobody sees it but on larger paper.
    clip = rectangle(*page.bleed[:2], bleed.width, bleed.height).encode()
    marks = b"Q /Artifact <</Type /Page>> BDC\n%bEMC\n" % drawing.operators
    return replace(
        page,
        media=(media.left, media.bottom, media.right, media.top),
        around=(zlib.compress(b"q %b W n" % clip), zlib.compress(marks)),
        resources=_with_spaces(page.resources, spaces),
    )


def _with_spaces(
    resources: tuple[tuple[str, tuple[tuple[bytes, bytes], ...]], ...],
    spaces: tuple[tuple[bytes, bytes], ...],
) -> tuple[tuple[str, tuple[tuple[bytes, bytes], ...]], ...]:
    kinds = dict(resources)
    return tuple({**kinds, "ColorSpace": (*kinds.get("ColorSpace", ()), *spaces)}.items())


def _without_room(drawings: Sequence[Drawing]) -> Iterator[Diagnostic]:
    if kinds := dict.fromkeys(kind for drawing in drawings for kind in drawing.left_out):
        marks = ", ".join(kinds)
        yield Diagnostic.of("pdf/no-room-for-marks", None, Severity.WARNING, marks=marks)
