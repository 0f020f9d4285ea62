"""print/x-object: everything that is printed stands in the file, as PDF.

Rationale: PostScript in a PDF is run by no modern press; OPI, references and alternate pictures
print something else than what is seen (X24).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding for each kind of such things."""
    for found in file.odd_objects:
        yield rule.of_file(found=found)
