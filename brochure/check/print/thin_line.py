"""print/thin-line: lines are wide enough to print.

Rationale: a hairline of 0 points is as fine as the device can: unseen on a platesetter. Lines of
several inks or left out of a ground need more (GWG 2022 R0018, R0019; print shops ask for 0.25 pt).
"""

from collections.abc import Iterator

from brochure.check.print.rule import Hit, PrintRule, hit
from brochure.diagnostics import Diagnostic
from brochure.document.colour import Colour
from brochure.document.painted import Path
from brochure.document.pdf_file import PdfFile, PdfPage

ROUNDED = 0.001
"""Points by which a width may be short of the limit for being written in three digits."""


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for each kind of line that is too thin."""
    for page in file.pages:
        yield from rule.on_each(page, _hits(page, rule))


def _hits(page: PdfPage, rule: PrintRule) -> Iterator[Hit]:
    for item in page.printed:
        if not isinstance(item, Path):
            continue
        for width, colour, _ in item.lines:
            variant, least = _limit(colour, page, rule)
            if width < least - ROUNDED:
                yield hit(variant, item.box, width=f"{width:.2f}", least=f"{least:g}")


def _limit(colour: Colour, page: PdfPage, rule: PrintRule) -> tuple[str, float]:
    if colour.is_white:
        return "white", rule.size("white_pt", page)
    if colour.inks_laid_down > 1:
        return "inks", rule.size("inks_pt", page)
    return "", rule.size("line_pt", page)
