"""print/transfer: no transfer curve and no screen is hidden in the file.

Rationale: a transfer curve changes all tints behind the designer's back, a screen the dots of the
press (X21).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """Findings about the graphics states of each page."""
    for page in file.pages:
        if any(state.transfer for state in page.states):
            yield rule.on_page(page)
        for found in sorted({state.halftone for state in page.states if state.halftone}):
            yield rule.on_page(page, "screen", found=found)
