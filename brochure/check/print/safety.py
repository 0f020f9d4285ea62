"""print/safety: text keeps its distance from the trim and from folds.

Rationale: knife and fold are off by a millimetre or two; text that is nearer looks wrong or is cut
(shops ask for 3 to 5 mm, `print.md` §3). Display text is left out: its box says too little of where
its ink lies, and it may run off the page on purpose.
"""

from collections.abc import Iterator

from brochure.check.print.rule import Crease, Hit, PrintRule, hit
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.boxes import MM, Box
from brochure.document.pdf_file import PdfFile, PdfPage

OVER = 0.01
"""Millimetres below which text has reached the trim."""


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding a page for text that is cut, near the trim, near a fold or across one."""
    for page in file.pages:
        yield from rule.on_each(page, _hits(page, rule))


def _hits(page: PdfPage, rule: PrintRule) -> Iterator[Hit]:
    trim, display = page.boxes.finished, rule.size("display_pt", page)
    wanted = rule.size("trim_mm", page)
    for item in page.texts:
        if not item.colours or item.size >= display or not item.text.strip():
            continue
        distance = _distance(item.box, trim) / MM
        if distance < OVER:  # what runs off the media as well is cut to it before
            yield hit("cut", item.box, Severity.ERROR)
        elif distance < wanted:
            yield hit("", item.box, found=f"{distance:.1f}", wanted=f"{wanted:g}")
        yield from _at_folds(item.box, page, rule)


def _distance(box: Box, trim: Box) -> float:
    """From the trim inwards, at the nearest edge; below 0 where it is beyond."""
    return min(
        box.left - trim.left, trim.right - box.right, box.bottom - trim.bottom, trim.top - box.top
    )


def _at_folds(box: Box, page: PdfPage, rule: PrintRule) -> Iterator[Hit]:
    least = rule.size("fold_mm", page)
    for crease in rule.paper.folds_of(page.number) if rule.paper else ():
        if (sides := _sides(box, page.boxes.finished, crease)) is None:
            continue
        fold = f"{crease.left if crease.is_upright else crease.top:g}"
        near = min(map(abs, sides))
        if sides[0] < 0 < sides[1]:
            yield hit("across", box, fold=fold)
        elif near < least:
            yield hit("fold", box, found=f"{near:.1f}", wanted=f"{least:g}", fold=fold)


def _sides(box: Box, trim: Box, crease: Crease) -> tuple[float, float] | None:
    """How far both sides of a box are from a fold, in mm; nothing where it does not pass by."""
    left, right = ((edge - trim.left) / MM for edge in (box.left, box.right))
    top, bottom = ((trim.top - edge) / MM for edge in (box.top, box.bottom))
    if crease.is_upright:
        passes = top < crease.bottom and bottom > crease.top
        return (left - crease.left, right - crease.left) if passes else None
    passes = left < crease.right and right > crease.left
    return (top - crease.top, bottom - crease.top) if passes else None
