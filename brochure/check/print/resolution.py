"""print/resolution: pictures have enough pixels where they are placed.

Rationale: what counts is pixels an inch of paper, after all scaling. Below 150 each pixel is seen,
below 225 edges are soft; black and white needs more (GWG 2022 R0031, R0032). Very small images and
masks are left out there, and here.
"""

from collections.abc import Iterator

from brochure.check.print.rule import Hit, PrintRule, hit
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.painted import Image
from brochure.document.pdf_file import PdfFile, PdfPage


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for each picture that is too coarse."""
    for page in file.pages:
        yield from rule.on_each(page, _hits(page, rule))


def _hits(page: PdfPage, rule: PrintRule) -> Iterator[Hit]:
    for item in page.printed:
        if not isinstance(item, Image) or item.width * item.height <= rule.limit("pixels"):
            continue
        kind = "line_art" if item.is_line_art else "picture"
        bad, poor = rule.ppi(f"{kind}_error", page), rule.ppi(f"{kind}_warning", page)
        if item.ppi > poor:
            continue
        level = Severity.ERROR if item.ppi <= bad else Severity.WARNING
        least, found = f"{poor + 1:.0f}", f"{item.ppi:.0f}"
        variant = "line-art" if item.is_line_art else ""
        yield hit(variant, item.box, level, name=item.name, ppi=found, least=least)
