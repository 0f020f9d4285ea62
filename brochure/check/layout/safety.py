"""layout/safety: words keep their distance from the edge of the paper and from folds.

Rationale: knife and fold are off by a millimetre or two; words that are nearer are cut or bent
(print shops ask for 3 to 5 mm, `print.md` §3). `print/safety` measures it in the finished file;
here it is known which line of the text to change. Display type is left out: it may run off the
page.
"""

from collections.abc import Iterator

from brochure.catalog import Format
from brochure.check.layout.unit import Unit, units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.layout import Layout
from brochure.document.layout_map import Area, PlacedLine

Edge = tuple[float, float]


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """One finding for each block that comes too near to the trim or a fold."""
    for unit in units(layout):
        told: set[tuple[int, str]] = set()
        for line in unit.fragment.layout.lines:
            if line.size >= rule.limit("display_pt"):
                continue
            for finding in _of_line(unit, line, layout.format, rule):
                if (line.block, finding.variant) not in told:
                    told.add((line.block, finding.variant))
                    yield finding


def _of_line(unit: Unit, line: PlacedLine, format_: Format, rule: Rule) -> Iterator[Diagnostic]:
    paper = _paper(unit, line.page)
    inside = (line.area.left, line.area.top)
    outside = (paper.right - line.area.right, paper.bottom - line.area.bottom)
    distance = min(*inside, *outside)
    wanted = format_.safety - rule.limit("tolerance_mm")
    if distance < wanted:
        yield unit.told(rule, line, found=f"{distance:.1f}", wanted=f"{format_.safety:g}")
    for fold, near, far in _folds(unit, line.area, format_):
        if near < 0 < far:
            yield unit.told(rule, line, "across", fold=f"{fold:g}")
        elif min(abs(near), abs(far)) < rule.limit("fold_mm"):
            found = f"{min(abs(near), abs(far)):.1f}"
            wanted_here = f"{rule.limit('fold_mm'):g}"
            yield unit.told(rule, line, "fold", found=found, wanted=wanted_here, fold=f"{fold:g}")


def _paper(unit: Unit, page: int) -> Area:
    """The page as it is cut."""
    return next(
        column.area
        for column in unit.fragment.layout.columns
        if column.page == page and column.flow == 0
    )


def _folds(unit: Unit, area: Area, format_: Format) -> Iterator[tuple[float, float, float]]:
    """The folds that a line passes: where each lies, and how far both its ends are from it."""
    for side in format_.sides:
        for crease in side.creases if side.name == unit.fragment.name else ():
            (left, top), (right, bottom) = crease.start, crease.end
            if left == right and area.top < bottom and area.bottom > top:
                yield left, area.left - left, area.right - left
            elif top == bottom and area.left < right and area.right > left:
                yield top, area.top - top, area.bottom - top
