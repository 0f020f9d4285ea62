"""print/crop-box: what a viewer shows is all there is.

Rationale: a CropBox smaller than the MediaBox hides marks and bleed from whoever looks the file
over (GWG 2022 R0003).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding for each page whose CropBox is there and another one."""
    for page in file.pages:
        crop, media = page.boxes.crop, page.boxes.media
        if crop and not (media.lies_in(crop) and crop.lies_in(media)):
            yield rule.on_page(page)
