"""Surfaces on paper: in its middle, with room for marks around where the paper has any."""

from dataclasses import replace

from brochure.diagnostics import Diagnostic, Problems, Severity
from brochure.document.boxes import MM, Box
from brochure.marks import room
from brochure.sheet.job import Job, Size
from brochure.sheet.surface import Sheet, Surface


def on_paper(sheet: Sheet, job: Job) -> Sheet:
    """A sheet on the paper that is asked for, or on one as large as it needs."""
    back = _laid(sheet.back, job) if sheet.back else None
    return replace(sheet, front=_laid(sheet.front, job), back=back)


def cut_bleed(sheet: Sheet) -> list[Diagnostic]:
    """What is told where the paper ends within the bleed."""
    surface = sheet.front
    if surface.media is None or surface.bleed.lies_in(surface.media):
        return []
    needed, given = _told(_size(surface.bleed)), _told(_size(surface.media))
    return [Diagnostic.of("sheet/bleed-cut", None, Severity.WARNING, needed=needed, paper=given)]


def _laid(surface: Surface, job: Job) -> Surface:
    if surface.media:
        return surface
    needed = surface.bleed.grown(room(job.marks))
    width, height = _lying(surface, needed, job) if job.sheet else _size(needed)
    x, y = (width - surface.trim.width) / 2, (height - surface.trim.height) / 2
    return replace(surface.moved(x, y), media=Box(0, 0, width, height))


def _lying(surface: Surface, needed: Box, job: Job) -> Size:
    """The paper upright or across: as it shows marks, else bleed, else at least what is trimmed."""
    assert job.sheet
    for inner in (needed, surface.bleed, surface.trim):
        for way in (job.sheet, job.sheet[::-1]):
            paper = Box(0, 0, *way).moved(*_middle(inner, way))
            if inner.lies_in(paper):
                return way
    least, given = _told(_size(surface.trim)), _told(job.sheet)
    raise Problems([Diagnostic.of("sheet/too-small", needed=least, paper=given)])


def _middle(inner: Box, paper: Size) -> tuple[float, float]:
    """Where paper lies that has a box in its middle."""
    x, y = (inner.left + inner.right) / 2, (inner.bottom + inner.top) / 2
    return x - paper[0] / 2, y - paper[1] / 2


def _size(box: Box) -> Size:
    return box.width, box.height


def _told(size: Size) -> str:
    """A size as a person reads it, in whole millimetres or tenths."""
    return " × ".join(f"{round(length / MM, 1):g}" for length in size)
