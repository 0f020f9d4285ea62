"""print/viewing-distance: it is known from how far a large format is looked at.

Rationale: a poster across a street needs a tenth of the pixels of a leaflet; without the
distance its limits mean nothing (GWG 2022 R0037).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding when nobody has said it."""
    if rule.distance is None:
        yield rule.of_file()
