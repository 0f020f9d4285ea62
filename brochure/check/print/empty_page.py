"""print/empty-page: every page has ink.

Rationale: an empty page is often one that went wrong; one that is meant costs a look (GWG 2022
R0005).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.painted import Painted
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding for each page on which nothing is painted but white."""
    for page in file.pages:
        if not any(map(_has_ink, page.printed)):
            yield rule.on_page(page)


def _has_ink(item: Painted) -> bool:
    return any(not colour.is_white for colour in item.colours)
