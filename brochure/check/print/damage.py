"""print/damage: the file is sound as it is.

Rationale: what has to be repaired to be read is repaired in another way by the next system.
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile

SHOWN = 120


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """One finding with the first of what qpdf had to repair."""
    if file.warnings:
        yield rule.of_file(count=len(file.warnings), first=file.warnings[0][:SHOWN])
