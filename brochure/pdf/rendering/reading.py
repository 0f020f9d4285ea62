"""The bytes of a PDF → a `RenderedFile`."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pypdfium2

from brochure.document.boxes import Box
from brochure.document.rendered import RenderedFile, RenderedPage, RenderedRun
from brochure.pdf.rendering.kept import keep_page, known_page
from brochure.pdf.rendering.objects import PageObjects, TooMuch, objects_of
from brochure.pdf.rendering.overlaps import Overlaps, overlaps
from brochure.pdf.rendering.page import (
    MOST_PIXELS,
    POINTS_PER_INCH,
    PPI,
    Frame,
    finished_of,
    opened,
    painted,
    paper_of,
    recoloured,
    scale_of,
    unturned,
    without,
)
from brochure.pdf.rendering.parts import parts_of
from brochure.pdf.rendering.runs import is_doubtful, measured, unmeasured
from brochure.pdf.rendering.views import Views
from brochure.pdf.rendering.weight import heavy_pages
from brochure.vision.contrast import contrast


def rendered_file(pdf: bytes, name: str, keys: Sequence[str] = ()) -> RenderedFile:
    """What each page looks like; no pages where PDFium can't open the file.

    `keys` are hashes of what is painted on each page of a file of ours, by which it is kept.
    """
    known = [known_page(key, number) for number, key in enumerate(keys, start=1)]
    if known and all(known):
        return RenderedFile(name, tuple(page for page in known if page))
    try:
        heavy = frozenset() if keys else heavy_pages(pdf)
        with opened(pdf) as document:
            return RenderedFile(name, tuple(_pages(document, keys, known, heavy)))
    except pypdfium2.PdfiumError:
        return RenderedFile(name, ())


def _pages(
    document: pypdfium2.PdfDocument,
    keys: Sequence[str],
    known: Sequence[RenderedPage | None],
    heavy: Collection[int],
) -> Iterator[RenderedPage]:
    for at in range(len(document)):
        if at < len(known) and (page := known[at]) is not None:
            yield page
            continue
        page = _unread(at + 1) if at + 1 in heavy else _page(document, at)
        if at < len(keys):
            keep_page(keys[at], page)
        yield page


def _page(document: pypdfium2.PdfDocument, at: int) -> RenderedPage:
    try:
        return rendered_page(unturned(document[at]), at + 1)
    except (pypdfium2.PdfiumError, TooMuch, OverflowError, MemoryError, ValueError):
        return _unread(at + 1)


def _unread(number: int) -> RenderedPage:
    return RenderedPage(number, Box(0, 0, 0, 0), Box(0, 0, 0, 0), complete=False)


def rendered_page(page: Any, number: int, ppi: float = PPI) -> RenderedPage:
    """One page, by PDFium's own."""
    paper, objects = paper_of(page), objects_of(page.raw)
    frame = Frame(paper, scale_of(paper, ppi))
    runs = [*_runs(page, objects, frame)]
    for at, run in _seen_closer(page, objects, runs, frame, ppi / POINTS_PER_INCH):
        runs[at] = run
    complete = all(run.ink != "unmeasured" for run in runs)
    return RenderedPage(number, paper, finished_of(page), tuple(runs), complete)


def _seen_closer(
    page: Any, objects: PageObjects, runs: Sequence[RenderedRun], frame: Frame, scale: float
) -> Iterator[tuple[int, RenderedRun]]:
    """Runs that were too small on a large page, with their numbers, by parts of the page."""
    if frame.scale >= scale:
        return
    small = [(at, run.box) for at, run in enumerate(runs) if run.ink == "unmeasured"]
    for part, numbers in parts_of(small, MOST_PIXELS / scale**2):
        some = replace(objects, texts=tuple(objects.texts[at] for at in numbers))
        seen = _runs(page, some, Frame.within(frame.box, part.clipped(frame.box), scale))
        yield from zip(numbers, seen, strict=True)


def _runs(page: Any, objects: PageObjects, frame: Frame) -> Iterator[RenderedRun]:
    if not objects.texts:
        return
    shown = painted(page, frame)
    with without(objects.texts):
        ground = painted(page, frame)
    views = Views(shown, ground, frame)
    over = overlaps(objects.texts)
    upper = _upper_views(page, objects, over, views)
    found = [
        unmeasured(text, objects.pictures, "twin")
        if at in over.twins
        else measured(text, upper if at in over.upper else views, objects.pictures)
        for at, text in enumerate(objects.texts)
    ]
    doubtful = [
        at
        for at, text in enumerate(objects.texts)
        if at not in over.twins and is_doubtful(text, upper if at in over.upper else views)
    ]
    if doubtful:
        with recoloured(objects.texts[at] for at in doubtful):
            again = painted(page, frame)
        for at in doubtful:
            seen = replace(upper if at in over.upper else views, recoloured=again)
            found[at] = measured(objects.texts[at], seen, objects.pictures)
    yield from _shadowed(found, over)


def _upper_views(page: Any, objects: PageObjects, over: Overlaps, views: Views) -> Views:
    """The page with that text behind which other text lies."""
    if not over.upper:
        return views
    with without(objects.texts[at] for at in over.upper):
        ground = painted(page, views.frame)
    return Views(views.shown, ground, views.frame)


def _shadowed(runs: Sequence[RenderedRun], over: Overlaps) -> list[RenderedRun]:
    """Runs with a shadow stand out from it, too."""
    found = list(runs)
    for at, shadow in over.shadowed:
        run = found[at]
        least = contrast(run.colour, found[shadow].colour)
        if run.ink == "seen" and least > run.ratio:
            found[at] = replace(run, ratio=round(least, 2), ground=found[shadow].colour)
    return found
