"""print/content: the content of each page can be read to its end.

Rationale: each system goes on in its own way where content is damaged; one prints the page, the
next a blank (ISO 32000-1, 7.8.2). States left open at the end harm nobody who reads alone.
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for each fault, and for what was too much to look at."""
    for page in file.pages:
        for fault in page.faults:
            level = Severity.WARNING if fault.kind == "unbalanced" else None
            yield rule.on_page(page, fault.kind, level=level, detail=fault.detail)
        if not page.complete:
            yield rule.on_page(page, "limit")
