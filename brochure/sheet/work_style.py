"""Work and turn, work and tumble: front and back on one side of a sheet that is printed twice.

The sheet is turned over and printed by the same plates again; cut in half it is two of each.
"""

from brochure.diagnostics import Diagnostic, Problems
from brochure.sheet.job import Work
from brochure.sheet.surface import Sheet, Surface, joined


def printed(sheet: Sheet, work: Work, gap: float) -> Sheet:
    """The sheet as it is printed, with `gap` between both halves; `Problems` if it has no back."""
    if sheet.work == work:
        return sheet
    if sheet.back is None or work == "one-sided":
        raise Problems([Diagnostic.of("sheet/work", None, work=work)])
    way = turned if work == "turn" else tumbled
    return Sheet(way(sheet.front, sheet.back, gap), work=work)


def turned(front: Surface, back: Surface, gap: float) -> Surface:
    """Beside each other: the sheet is turned around its upright middle, left edge for right."""
    return joined([front, back.moved(front.trim.right + gap - back.trim.left, 0)])


def tumbled(front: Surface, back: Surface, gap: float) -> Surface:
    """Above each other, feet to feet: the sheet is tumbled around its level middle."""
    return joined([front.moved(0, back.trim.height + gap), back.turned()])
