"""print/action: the file does nothing by itself.

Rationale: a script can change what is printed; PDF/X forbids actions and JavaScript (X23).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile

LINK = "Link "
"""The action of a link goes with the link, of which `print/annotation` tells."""


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding for each kind of action."""
    for found in dict.fromkeys(file.actions):
        yield rule.of_file(found=found)
    for page in file.pages:
        for found in dict.fromkeys(page.actions):
            if not found.startswith(LINK):
                yield rule.on_page(page, found=found)
