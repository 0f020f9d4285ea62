"""Pictures of pages as on paper, with text and without → a `RenderedFile`."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from brochure.document.rendered import RenderedFile, RenderedPage
from brochure.pdf.rendering.luminance import Pixels
from brochure.pdf.rendering.objects import TooMuch, objects_of
from brochure.pdf.rendering.overlaps import overlaps
from brochure.pdf.rendering.page import (
    POINTS_PER_INCH,
    PPI,
    Frame,
    finished_of,
    opened,
    unturned,
)
from brochure.pdf.rendering.runs import measured, unmeasured
from brochure.pdf.rendering.views import Views

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image


def rendered_proofs(
    pdf: bytes, name: str, proofs: "Iterable[tuple[Image, Image]]", ppi: float = PPI
) -> RenderedFile:
    """What each page looks like on paper, by two pictures of the finished page that `pdf` has."""
    with opened(pdf) as document:
        return RenderedFile(name, tuple(_pages(document, proofs, ppi)), "paper")


def _pages(
    document: "pypdfium2.PdfDocument", proofs: "Iterable[tuple[Image, Image]]", ppi: float
) -> Iterator[RenderedPage]:
    for at, (shown, ground) in enumerate(proofs):
        page = unturned(document[at])
        finished = finished_of(page)
        views = Views(
            _pixels(shown),
            _pixels(ground),
            Frame(finished, ppi / POINTS_PER_INCH),
            is_proof=True,
        )
        try:
            objects = objects_of(page.raw)
        except TooMuch:
            yield RenderedPage(at + 1, finished, finished, complete=False)
            continue
        twins = overlaps(objects.texts).twins
        runs = tuple(
            unmeasured(text, objects.pictures, "twin")
            if number in twins
            else measured(text, views, objects.pictures)
            for number, text in enumerate(objects.texts)
        )
        yield RenderedPage(at + 1, finished, finished, runs)


def _pixels(picture: "Image") -> Pixels:
    return np.asarray(picture.convert("RGB"))
