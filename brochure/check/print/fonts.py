"""print/fonts: every font is in the file.

Rationale: a press has no fonts; one that is missing is replaced by another (X15).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for each font whose glyphs are missing, at the first text in it."""
    for page in file.pages:
        for font in page.fonts:
            if not font.is_embedded and font.subtype:
                boxes = (item.box for item in page.texts if item.font == font.name)
                yield rule.on_page(page, box=next(boxes, None), name=font.name or "?")
