"""print/registration: the colour of marks is on marks alone.

Rationale: "All" prints on every plate: 400 % ink and more where it lies on the page (GWG 2022
R0024).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule, hit
from brochure.diagnostics import Diagnostic
from brochure.document.colour import Colour
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for what is painted in All within the trim."""
    for page in file.pages:
        hits = (hit("", item.box) for item in page.printed if any(map(_is_all, item.colours)))
        yield from rule.on_each(page, hits)


def _is_all(colour: Colour) -> bool:
    inked = not colour.values or any(value > 0 for value in colour.values)
    return "All" in colour.space.colorants and inked
