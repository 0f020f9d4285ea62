"""print/black-overprint: small black text and thin black lines overprint.

Rationale: black that knocks out its ground shows white gaps where the inks do not meet to the
hundredth of a millimetre. OPM 1 is what leaves the other inks alone (GWG 2022 R0009, R0010).
"""

from collections.abc import Iterator

from brochure.check.print.rule import Hit, PrintRule, hit
from brochure.diagnostics import Diagnostic
from brochure.document.colour import Colour
from brochure.document.painted import Graphics, Path, TextRun
from brochure.document.pdf_file import PdfFile, PdfPage


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for text, and one for lines, that knock out."""
    for page in file.pages:
        yield from rule.on_each(page, _hits(page, rule))


def _hits(page: PdfPage, rule: PrintRule) -> Iterator[Hit]:
    text_pt, line_pt = rule.size("text_pt", page), rule.size("line_pt", page)
    for item in page.printed:
        if isinstance(item, TextRun) and item.size < text_pt and item.filled:
            if _knocks_out(item.graphics.fill, item.graphics.fill_overprint, item.graphics):
                yield hit("text", item.box, size=f"{text_pt:g}")
        elif isinstance(item, Path):
            for width, colour, overprints in item.lines:
                if width < line_pt and _knocks_out(colour, overprints, item.graphics):
                    yield hit("line", item.box, size=f"{line_pt:g}")


def _knocks_out(colour: Colour, overprints: bool, graphics: Graphics) -> bool:
    """Of a full, plain black; DeviceGray is a matter of `print/gray`."""
    is_plain = graphics.blend_mode == "Normal" and graphics.fill_alpha == 1
    if not colour.is_black or not is_plain or colour.space.family == "DeviceGray":
        return False
    needs_mode = colour.space.family == "DeviceCMYK"
    return not overprints or (needs_mode and graphics.overprint_mode != 1)
