"""print/ink-coverage: no place takes more ink than paper bears and that dries in time.

Rationale: above the limit of its condition ink sets off on the next sheet and picks at the paper. A
print shop counts all inks in one point; GWG 2022 (R0026) the mean of four in any square of
15 mm × 15 mm. Only plates tell it, as overprint, transparency and profiles decide what ends upon
what. Where there are none, what a single object asks for is a lower bound; less says nothing.
"""

from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.check.registry import Skipped
from brochure.diagnostics import Diagnostic
from brochure.document.boxes import MM, Box
from brochure.document.ink import Fullest, InkCoverage
from brochure.document.painted import Painted
from brochure.document.pdf_file import PdfFile, PdfPage


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for its fullest point and one for its fullest square."""
    if file.not_separated:
        asked = [finding for page in file.pages for finding in _asked_for(page, rule)]
        if not asked:
            raise Skipped(file.not_separated)
        yield from asked
    for page, ink in zip(file.pages, file.ink, strict=False):
        yield from _measured(page, ink, rule)


def _measured(page: PdfPage, ink: InkCoverage, rule: PrintRule) -> Iterator[Diagnostic]:
    point, square = ink.point, ink.square
    if point.percent > rule.limit("point") + rule.limit("tolerance"):
        values = _values(point.percent, rule.limit("point"))
        yield rule.on_page(page, "", _box(page, point, 0), None, **values)
    if square.percent > rule.limit("square") + rule.limit("tolerance"):
        side, values = rule.limit("square_mm"), _values(square.percent, rule.limit("square"))
        values |= {"square": round(side)}
        yield rule.on_page(page, "square", _box(page, square, side), None, **values)


def _asked_for(page: PdfPage, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding for the object that asks for most, of those that hide what is below them."""
    without, limit = set(rule.limits["without"]), rule.limit("point")
    asked = [(_most(item, without), item.box) for item in page.printed if _hides(item)]
    most, box = max(asked, key=lambda one: one[0], default=(0.0, None))
    if most > limit + rule.limit("tolerance"):
        yield rule.on_page(page, "least", box, None, **_values(most, limit))


def _most(item: Painted, without: set[str]) -> float:
    inks = (colour.inks or {} for colour in item.colours)
    sums = (sum(tint for name, tint in ink.items() if name not in without) for ink in inks)
    return 100 * max(sums, default=0.0)


def _hides(item: Painted) -> bool:
    graphics = item.graphics
    alpha = min(graphics.fill_alpha, graphics.stroke_alpha)
    return alpha == 1 and graphics.blend_mode == "Normal" and not graphics.soft_mask


def _values(percent: float, limit: float) -> dict[str, int]:
    return {"percent": round(percent), "limit": round(limit)}


def _box(page: PdfPage, found: Fullest, width: float) -> Box | None:
    """Where it is in points of the page; of a page that is turned nobody would find it."""
    if page.rotate:
        return None
    unit = MM / (page.user_unit or 1.0)
    finished = page.boxes.finished
    left, top = finished.left + found.left * unit, finished.top - found.top * unit
    return Box(left, top - width * unit, left + width * unit, top)
