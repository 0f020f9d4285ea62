"""print/boxes: each page says where it is cut, within its bleed, within its media.

Rationale: a page without TrimBox is placed by guess (X12, X13).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.boxes import Box
from brochure.document.pdf_file import PageBoxes, PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """Findings about the boxes of each page."""
    for page in file.pages:
        boxes = page.boxes
        if not boxes.is_cut:
            yield rule.on_page(page)
        elif boxes.trim is not None and boxes.art is not None:
            yield rule.on_page(page, "both")
        for inner, outer in _not_within(boxes):
            yield rule.on_page(page, "nesting", inner=inner, outer=outer)


def _not_within(boxes: PageBoxes) -> Iterator[tuple[str, str]]:
    finished = boxes.trim or boxes.art
    name = "TrimBox" if boxes.trim else "ArtBox"
    pairs: tuple[tuple[str, Box | None, str, Box | None], ...] = (
        (name, finished, "BleedBox", boxes.bleed),
        (name, finished, "CropBox", boxes.crop),
        (name, finished, "MediaBox", boxes.media),
        ("BleedBox", boxes.bleed, "MediaBox", boxes.media),
    )
    for inner, small, outer, large in pairs:
        if small and large and not small.lies_in(large):
            yield inner, outer
