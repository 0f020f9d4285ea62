"""print/courier: no text is in Courier.

Rationale: Courier is what systems put in the place of a font they miss; it is seldom meant
(GWG 2022 R0014).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule, hit
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page with text in a font that is named exactly Courier."""
    for page in file.pages:
        hits = (hit("", item.box) for item in page.texts if _plain(item.font) == "Courier")
        yield from rule.on_each(page, hits)


def _plain(name: str) -> str:
    """The name without the tag of a subset: `ABCDEF+Courier`."""
    return name.rpartition("+")[2]
