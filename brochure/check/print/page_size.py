"""print/page-size: all pages are of one size, upright, and of the size of the product.

Rationale: an odd page is placed wrong on the sheet, a turned one is turned back by some systems and
not by others (GWG 2022 R0004).
"""

from collections import Counter
from collections.abc import Iterator

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.boxes import MM
from brochure.document.pdf_file import PdfFile, PdfPage

Size = tuple[float, float]


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """Findings about pages that are turned, or sized otherwise than the paper or most pages."""
    sizes = [_size(page, rule) for page in file.pages]
    cut = [size for page, size in zip(file.pages, sizes, strict=True) if page.boxes.is_cut]
    usual = Counter(cut).most_common(1)[0][0] if cut else (0.0, 0.0)
    wanted = (rule.paper.width, rule.paper.height) if rule.paper else usual
    variant = "paper" if rule.paper else ""
    for page, size in zip(file.pages, sizes, strict=True):
        if page.rotate:
            yield rule.on_page(page, "turned", degrees=page.rotate)
        if not rule.paper and not page.boxes.is_cut:
            continue  # nobody knows its size; `print/boxes` tells it
        if _differ(size, wanted, rule.limit("tolerance_mm")):
            yield rule.on_page(page, variant, found=_shown(size), wanted=_shown(wanted))


def _size(page: PdfPage, rule: PrintRule) -> Size:
    finished, scale = page.boxes.finished, rule.scale_of(page)
    return round(finished.width * scale / MM, 1), round(finished.height * scale / MM, 1)


def _differ(size: Size, wanted: Size, tolerance: float) -> bool:
    return any(abs(a - b) > tolerance for a, b in zip(size, wanted, strict=True))


def _shown(size: Size) -> str:
    return f"{size[0]:g} × {size[1]:g} mm"
