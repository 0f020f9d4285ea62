"""print/file-id: the file has an ID of two strings.

Rationale: by it a print shop tells a corrected file from the first one (X03).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding when one or both are missing."""
    if file.ids != 2:
        yield rule.of_file(count=file.ids)
