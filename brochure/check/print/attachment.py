"""print/attachment: nothing is attached, and nothing moves or sounds.

Rationale: a print file holds what is printed; films, sounds and files in it are for somebody else
(X25).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile

MEDIA = ("Screen", "Movie", "Sound", "RichMedia", "3D")


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding for attached files, and a page for each kind of medium."""
    if file.attachments:
        yield rule.of_file(count=file.attachments)
    for page in file.pages:
        found = dict.fromkeys(item.subtype for item in page.annotations)
        for kind in found:
            if kind in MEDIA:
                yield rule.on_page(page, "medium", kind=kind)
