"""The cells of a table by rows and columns, spans reckoned in.

Rationale: two rules ask of it, `ua/table-grid` and `ua/table-header`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from brochure.document.tagged_file import Element, TaggedFile

MOST_PLACES = 100_000
MOST_SPAN = 1000


@dataclass
class Grid:
    """Which cell is at which place; cells are named by their indexes."""

    rows: list[list[int]] = field(default_factory=list)
    """The cells that begin in each row."""
    places: dict[tuple[int, int], int] = field(default_factory=dict)
    where: dict[int, tuple[int, int]] = field(default_factory=dict)
    """The first row and column of each cell."""
    overlapping: list[int] = field(default_factory=list)
    too_large: bool = False
    """More than is looked at."""

    @classmethod
    def of(cls, file: TaggedFile, table: Element) -> "Grid":
        """The grid of a table."""
        grid = cls()
        for row in _rows(file, table):
            grid._add([kid for kid in file.kids_of(row) if kid.standard in ("TH", "TD")])
        return grid

    @property
    def cells(self) -> list[int]:
        """All cells."""
        return [cell for row in self.rows for cell in row]

    @property
    def columns(self) -> int:
        """How many columns the first row has."""
        return sum(1 for row, _ in self.places if row == 0)

    @property
    def uneven_row(self) -> tuple[int, int] | None:
        """The first row with another number of columns, and that number; rows count from 1."""
        counted = [0] * len(self.rows)
        for row, _ in self.places:
            if row < len(counted):
                counted[row] += 1
            else:
                return row + 1, 0  # a span that goes on below the last row
        wanted = counted[0] if counted else 0
        uneven = ((at, found) for at, found in enumerate(counted, 1) if found != wanted)
        return next(uneven, None)

    def in_row_of(self, cell: int) -> set[int]:
        """The cells of the same row."""
        row, _ = self.where[cell]
        return {found for at in range(self._width) if (found := self.places.get((row, at)))}

    def above(self, cell: int) -> set[int]:
        """The cells of the same column."""
        _, column = self.where[cell]
        last = len(self.rows)
        return {found for at in range(last) if (found := self.places.get((at, column)))}

    @property
    def _width(self) -> int:
        return max((column for _, column in self.places), default=-1) + 1

    def _add(self, cells: list[Element]) -> None:
        row, column = len(self.rows), 0
        self.rows.append([cell.index for cell in cells])
        for cell in cells:
            while (row, column) in self.places:
                column += 1
            self._put(cell, row, column)
            column += _span(cell, "ColSpan")

    def _put(self, cell: Element, row: int, column: int) -> None:
        self.where[cell.index] = (row, column)
        down, across = _span(cell, "RowSpan"), _span(cell, "ColSpan")
        if self.too_large or len(self.places) + down * across > MOST_PLACES:
            self.too_large = True
            return
        for place in ((row + y, column + x) for y in range(down) for x in range(across)):
            if place in self.places:
                self.overlapping.append(cell.index)
            self.places[place] = cell.index


def _rows(file: TaggedFile, table: Element) -> Iterator[Element]:
    for kid in file.kids_of(table):
        if kid.standard == "TR":
            yield kid
        elif kid.standard in ("THead", "TBody", "TFoot"):
            yield from (row for row in file.kids_of(kid) if row.standard == "TR")


def _span(cell: Element, key: str) -> int:
    found = cell.attributes.get(key)
    return max(1, min(int(found), MOST_SPAN)) if isinstance(found, float) else 1
