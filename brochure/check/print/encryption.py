"""print/encryption: the file is not protected.

Rationale: no step of a press can ask for a password, and PDF/X forbids encryption (X02).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding when the file is encrypted, though it opens without a password."""
    if file.encrypted:
        yield rule.of_file()
