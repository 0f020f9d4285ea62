"""print/claim: the file says that it is PDF/X-4.

Rationale: print shops sort files by what they claim, in the XMP of the document (ISO 15930-7; X04;
GWG 2022 R0001).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile

CLAIM = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding when the claim is missing or another one."""
    claimed = (file.xmp or {}).get(CLAIM, "")
    if not claimed:
        yield rule.of_file()
    elif claimed not in rule.limits["claims"]:
        yield rule.of_file("other", claimed=claimed, wanted=rule.limits["claims"][0])
