"""print/spot-colour: there are as many spot colours as are ordered.

Rationale: each spot colour is one more plate and one more ink on the bill (GWG 2022 R0020).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.check.print.spots import spots_of
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """One finding when there are more than the variant allows."""
    names = sorted(spots_of(file))
    if len(names) > rule.limit("most"):
        yield rule.of_file(count=len(names), names=", ".join(names))
