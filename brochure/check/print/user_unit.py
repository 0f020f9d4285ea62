"""print/user-unit: a point is 1/72 inch.

Rationale: systems that don't know UserUnit print the page too small (X29; GWG 2022 R0002).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding for each page with a unit of its own."""
    for page in file.pages:
        if page.user_unit != 1.0:
            yield rule.on_page(page, unit=f"{page.user_unit:g}")
