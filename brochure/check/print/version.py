"""print/version: the file is of PDF 1.6 or older.

Rationale: PDF/X-4 is built on PDF 1.6; what a later version brings, a press may not know
(ISO 15930-7; X01).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding when the header or the catalogue names a later version."""
    if _parts(file.version) > _parts(rule.limits["newest"]):
        yield rule.of_file(version=file.version, newest=rule.limits["newest"])


def _parts(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdigit()]
