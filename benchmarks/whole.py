"""Is a PDF whole? A file that lacks pages, words or pictures is reported and not timed.

A series once lost its pictures without a word, and was fast.
"""

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH

from benchmarks.absent import Lacking
from brochure.check import check_words
from brochure.document.edition import Pdf

PAGES = 12
DRAWN = {2: "neon.svg", 4: "the diagram", 6: "model.svg", 8: "headframe.svg"}
"""Pages with a drawing: it has more than a hundred painted paths, other pages have some ten."""
MANY = 100
PAINTED = {10: "skyline.png"}


def demand_whole(file: Path, texts: Sequence[str]) -> None:
    """`Lacking` if a page, a word or a picture is not there."""
    data = file.read_bytes()
    objects = _objects(data)
    if len(objects) != PAGES:
        raise Lacking(f"{len(objects)} pages instead of {PAGES}")
    for page, name in DRAWN.items():
        if objects[page - 1].count(FPDF_PAGEOBJ_PATH) < MANY:
            raise Lacking(f"{name} is not on page {page}")
    for page, name in PAINTED.items():
        if FPDF_PAGEOBJ_IMAGE not in objects[page - 1]:
            raise Lacking(f"{name} is not on page {page}")
    for finding in check_words(Pdf(data, ()), texts, file.name):
        raise Lacking(f"a text is not there: {dict(finding.values)['text']}")


def _objects(data: bytes) -> list[list[int]]:
    """The kinds of all objects of each page, those in forms with them."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [[item.type for item in page.get_objects(max_depth=8)] for page in document]
    finally:
        document.close()
