"""print/small-text: small text is of one ink, and white text is not too small.

Rationale: where inks do not meet exactly, letters of several inks get coloured edges, and letters
left out of a ground fill up (GWG 2022 R0016, R0017).
"""

from collections.abc import Iterator

from brochure.check.print.rule import Hit, PrintRule, hit
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile, PdfPage


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for white text, and one for each number of inks."""
    for page in file.pages:
        yield from rule.on_each(page, _hits(page, rule))


def _hits(page: PdfPage, rule: PrintRule) -> Iterator[Hit]:
    white_pt, inks_pt = rule.size("white_pt", page), rule.size("inks_pt", page)
    for item in page.texts:
        for colour in item.colours:
            size = f"{item.size:.1f}"
            if item.size < white_pt and colour.is_white:
                yield hit("white", item.box, size=size, least=f"{white_pt:g}")
            elif item.size < inks_pt and colour.inks_laid_down > 1:
                inks = colour.inks_laid_down
                yield hit("", item.box, inks=inks, size=size, least=f"{inks_pt:g}")
