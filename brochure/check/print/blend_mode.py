"""print/blend-mode: transparency uses the standard blend modes.

Rationale: a mode that a press does not know is read as Normal, or stops it (X20; ISO 32000-1,
tables 136 and 137).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for each mode that no standard names."""
    known = set(rule.limits["known"])
    for page in file.pages:
        for mode in sorted({mode for state in page.states for mode in state.blend_modes} - known):
            yield rule.on_page(page, name=mode)
