"""print/bleed-reach: what is at the trim goes on to the edge of the bleed.

Rationale: a picture that ends at the trim shows a white edge wherever the knife is half a
millimetre off, whatever the BleedBox says. Asked are pictures, gradients, rectangles and what a
clip cuts.
"""

from collections.abc import Iterator

from brochure.check.print.rule import Hit, PrintRule, hit
from brochure.check.registry import Skipped
from brochure.diagnostics import Diagnostic
from brochure.document.boxes import MM, Box
from brochure.document.painted import Painted, Path, TextRun
from brochure.document.pdf_file import PdfFile, PdfPage

SAME = 0.01
"""Points that two edges may differ by."""


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page and edge for what ends too early."""
    if not any(page.boxes.bleed for page in file.pages):
        raise Skipped("print/skipped/no-bleed")
    for page in file.pages:
        if page.boxes.bleed:
            yield from rule.on_each(page, _hits(page, page.boxes.bleed, rule))


def _hits(page: PdfPage, bleed: Box, rule: PrintRule) -> Iterator[Hit]:
    trim = page.boxes.finished
    near, short = rule.limit("near_mm") * MM, rule.limit("short_mm") * MM
    least = rule.limit("least_mm") * MM
    for item in page.printed:
        inside = item.box.clipped(trim)
        if min(inside.width, inside.height) < least or not _is_ground(item):
            continue
        for edge, end, cut, must in _edges(item.box, trim, bleed):
            is_early = must - cut > least and cut - near <= end < must - short
            if is_early and (_is_upright(item) or _is_clipped(item, edge)):
                found = f"{(end - cut) / MM:.1f}"
                yield hit(edge, item.box, found=found, wanted=f"{(must - cut) / MM:.1f}")


def _edges(box: Box, trim: Box, bleed: Box) -> Iterator[tuple[str, float, float, float]]:
    """Each edge of an object with those of trim and bleed, outwards counted as more."""
    yield "left", -box.left, -trim.left, -bleed.left
    yield "bottom", -box.bottom, -trim.bottom, -bleed.bottom
    yield "right", box.right, trim.right, bleed.right
    yield "top", box.top, trim.top, bleed.top


def _is_ground(item: Painted) -> bool:
    """Whether an object has a surface that is seen at the edge."""
    if isinstance(item, TextRun):
        return False
    return any(not colour.is_white for colour in item.colours)


def _is_upright(item: Painted) -> bool:
    """Whether an object's own edges run along those of the page; around a turned one is more room.

    A shape without straight edges may end where it likes: it is seen to be cut.
    """
    if not isinstance(item, Path):
        return True
    if item.rectangle is None:
        return False
    sides = sorted((item.box.width, item.box.height))
    return all(is_ <= own + 1 for is_, own in zip(sides, item.rectangle, strict=True))


def _is_clipped(item: Painted, edge: str) -> bool:
    """Whether an object ends where its clip does."""
    ends = getattr(item.box, edge) - getattr(item.graphics.clip, edge)
    return abs(float(ends)) < SAME
