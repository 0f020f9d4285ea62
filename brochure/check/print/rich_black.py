"""print/rich-black: text in black has no load of other inks beneath.

Rationale: four inks on fine letters smear, and their edges never meet (GWG 2022 R0015).
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule, hit
from brochure.diagnostics import Diagnostic
from brochure.document.colour import PROCESS, Colour
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for text in each such black."""
    black, most = rule.limit("black"), rule.limit("most")
    for page in file.pages:
        hits = (
            hit("", item.box, ink=round(_load(colour) * 100))
            for item in page.texts
            for colour in item.colours
            if (colour.inks or {}).get("Black", 0) >= black and _load(colour) > most
        )
        yield from rule.on_each(page, hits)


def _load(colour: Colour) -> float:
    inks = colour.inks or {}
    return sum(inks.get(name, 0) for name in PROCESS)
