"""print/bleed: the page is painted beyond the trim on every side.

Rationale: a knife is right to a millimetre at best; without bleed there is a white edge. How much
is wanted is the print shop's word, 2 to 5 mm (`print.md` §3); GWG has no rule for it.
"""

from collections.abc import Iterator, Sequence

from brochure.check.print.rule import PrintRule
from brochure.diagnostics import Diagnostic
from brochure.document.boxes import MM, Box
from brochure.document.pdf_file import PdfFile

ROUNDED = 0.05
"""Millimetres by which a box may be short for being written in whole or tenth points."""


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding for each page without a BleedBox, or with one too narrow."""
    wanted = rule.paper.bleed if rule.paper else (rule.limit("bleed_mm"),) * 4
    for page in file.pages:
        bleed = page.boxes.bleed
        if not page.boxes.is_cut:
            continue  # beyond what? `print/boxes` tells it
        if bleed is None:
            if any(wanted):
                yield rule.on_page(page, wanted=_shown(wanted))
            continue
        found = _margins(page.boxes.finished, bleed, rule.scale_of(page) / MM)
        if any(is_ < must - ROUNDED for is_, must in zip(found, wanted, strict=True)):
            yield rule.on_page(page, "narrow", wanted=_shown(wanted), found=_shown(found))


def _margins(trim: Box, bleed: Box, scale: float) -> tuple[float, ...]:
    """How far the bleed goes beyond the trim at left, top, right and bottom."""
    edges = (
        trim.left - bleed.left,
        bleed.top - trim.top,
        bleed.right - trim.right,
        trim.bottom - bleed.bottom,
    )
    return tuple(edge * scale for edge in edges)


def _shown(edges: Sequence[float]) -> str:
    """One number, where it is the same at all edges."""
    told = [f"{round(edge, 1):g}" for edge in edges]
    return told[0] if len(set(told)) == 1 else " | ".join(told)
