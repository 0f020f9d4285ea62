"""print/gray: small text and thin lines are in CMYK or a spot colour, and grey never overprints.

Rationale: DeviceGray knocks out all other inks on one system and overprints on the next (GWG 2022
R0011, R0012, R0013). White is left out: it is the same everywhere.
"""

from collections.abc import Iterator

from brochure.check.print.rule import Hit, PrintRule, hit
from brochure.diagnostics import Diagnostic
from brochure.document.colour import Colour
from brochure.document.painted import Path, TextRun
from brochure.document.pdf_file import PdfFile, PdfPage


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for each of the three."""
    for page in file.pages:
        yield from rule.on_each(page, _hits(page, rule))


def _hits(page: PdfPage, rule: PrintRule) -> Iterator[Hit]:
    text_pt, line_pt = rule.size("text_pt", page), rule.size("line_pt", page)
    for item in page.printed:
        if isinstance(item, TextRun) and item.size < text_pt and any(map(_is_gray, item.colours)):
            yield hit("text", item.box, size=f"{text_pt:g}")
        thin = item.lines if isinstance(item, Path) else ()
        if any(width < line_pt and _is_gray(colour) for width, colour, _ in thin):
            yield hit("line", item.box, size=f"{line_pt:g}")
        if isinstance(item, TextRun | Path) and rule.limits["overprint"]:
            state = item.graphics
            filled = item.filled and state.fill_overprint and _is_gray(state.fill)
            stroked = item.stroked and state.stroke_overprint and _is_gray(state.stroke)
            if filled or stroked:
                yield hit("overprint", item.box)


def _is_gray(colour: Colour) -> bool:
    return colour.space.family == "DeviceGray" and not colour.is_white
