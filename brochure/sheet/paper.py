"""Surfaces on paper: in its middle, with room for marks around where the paper has any."""

from collections.abc import Sequence
from dataclasses import replace

from brochure.diagnostics import Diagnostic, Problems, Severity
from brochure.document.boxes import MM, Box
from brochure.marks import room
from brochure.sheet.job import Job, Size
from brochure.sheet.surface import Sheet, Surface


def on_paper(sheets: Sequence[Sheet], job: Job) -> tuple[Sheet, ...]:
    """Sheets on the paper that is asked for, or on one that is as large as all of them need."""
    if job.sheet is None:
        needed = [_size(_needed(surface, job)) for sheet in sheets for surface in sheet.surfaces]
        job = replace(job, sheet=(max(w for w, _ in needed), max(h for _, h in needed)))
    return tuple(
        replace(
            sheet,
            front=_laid(sheet.front, job),
            back=_laid(sheet.back, job) if sheet.back else None,
        )
        for sheet in sheets
    )


def cut_bleed(sheet: Sheet) -> list[Diagnostic]:
    """What is told where the paper ends within the bleed."""
    surface = sheet.front
    if surface.media is None or surface.bleed.lies_in(surface.media):
        return []
    needed, given = in_mm(_size(surface.bleed)), in_mm(_size(surface.media))
    return [Diagnostic.of("sheet/bleed-cut", None, Severity.WARNING, needed=needed, paper=given)]


def _laid(surface: Surface, job: Job) -> Surface:
    if surface.media:
        return surface
    width, height = _lying(surface, job)
    x, y = _middle(surface.trim, (width, height))
    return replace(surface.moved(-x, -y), media=Box(0, 0, width, height))


def _needed(surface: Surface, job: Job) -> Box:
    return surface.bleed.grown(room(job.marks))


def _lying(surface: Surface, job: Job) -> Size:
    """The paper upright or across: as it shows marks, else bleed, else at least what is trimmed."""
    assert job.sheet
    for inner in (_needed(surface, job), surface.bleed, surface.trim):
        for way in (job.sheet, job.sheet[::-1]):
            paper = Box(0, 0, *way).moved(*_middle(inner, way))
            if inner.lies_in(paper):
                return way
    least, given = in_mm(_size(surface.trim)), in_mm(job.sheet)
    raise Problems([Diagnostic.of("sheet/too-small", needed=least, paper=given)])


def _middle(inner: Box, paper: Size) -> tuple[float, float]:
    """Where paper lies that has a box in its middle."""
    x, y = (inner.left + inner.right) / 2, (inner.bottom + inner.top) / 2
    return x - paper[0] / 2, y - paper[1] / 2


def _size(box: Box) -> Size:
    return box.width, box.height


def in_mm(size: Size) -> str:
    """A size as a person reads it, in whole millimetres or tenths."""
    return " × ".join(f"{round(length / MM, 1):g}" for length in size)
