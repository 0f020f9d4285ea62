"""print/annotation: nothing lies on the page that is not printed.

Rationale: links, comments and form fields are printed by some systems and not by others; PDF/X
allows them outside of the bleed only, and print marks outside of the trim (X22).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule, hit
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import Annotation, PageBoxes, PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for each kind of annotation that lies where ink comes."""
    for page in file.pages:
        wrong = (item for item in page.annotations if _is_wrong(item, page.boxes))
        yield from rule.on_each(page, (hit("", item.box, kind=item.subtype) for item in wrong))


def _is_wrong(item: Annotation, boxes: PageBoxes) -> bool:
    if item.subtype == "TrapNet":
        return False
    forbidden = boxes.finished if item.subtype == "PrinterMark" else boxes.bleed or boxes.finished
    return item.box.touches(forbidden)
