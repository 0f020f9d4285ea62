"""layout/columns: columns side by side end at about the same height.

Rationale: where they are balanced (`column-fill`, CSS Multi-column 1, 7.1), a short one is the sign
of something that could not be divided and went on in the next.
"""

from collections.abc import Iterator
from itertools import groupby, pairwise

from brochure.check.layout.unit import Unit, units
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.layout import Layout
from brochure.document.layout_map import PlacedColumn, PlacedLine


def findings(layout: Layout, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each row of columns of which one is far shorter than another."""
    for unit in units(layout):
        for row in _rows(unit):
            ends = [(_end(unit, number), number) for number in row]
            (short, _), (long, number) = min(ends), max(ends)
            top = unit.fragment.layout.columns[number].area.top
            if long - short < rule.limit("least_mm") or short - top >= rule.limit("share") * (
                long - top
            ):
                continue
            first = next((line for line in _lines(unit, row[0])), None)
            if first:
                yield unit.told(rule, first, difference=f"{long - short:.0f}")


def _rows(unit: Unit) -> Iterator[list[int]]:
    """Columns that stand side by side; of those that go on on another page, the last."""
    columns = unit.fragment.layout.columns
    numbered = [(number, column) for number, column in enumerate(columns) if column.flow]
    rows = [list(row) for _, row in groupby(numbered, lambda item: _row(item[1]))]
    for row, after in pairwise([*rows, []]):
        if len(row) > 1 and not (after and _goes_on(row[0][1], after[0][1])):
            yield [number for number, _ in row]


def _goes_on(column: PlacedColumn, after: PlacedColumn) -> bool:
    return column.flow == after.flow and column.page != after.page


def _row(column: PlacedColumn) -> tuple[int, int, float]:
    return column.page, column.flow, column.area.top


def _lines(unit: Unit, number: int) -> Iterator[PlacedLine]:
    return (line for line in unit.fragment.layout.lines if line.column == number)


def _end(unit: Unit, number: int) -> float:
    """Where the last line or picture of a column ends."""
    column = unit.fragment.layout.columns[number]
    lines = [line.area.bottom for line in _lines(unit, number)]
    pictures = [
        image.area.bottom
        for image in unit.fragment.layout.images
        if image.page == column.page and column.area.share(image.area) > 0
    ]
    return max([*lines, *pictures], default=column.area.top)
