"""Cells of one size in columns and rows, with gaps between them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from brochure.document.boxes import Box
from brochure.marks import NO_LINES, Lines
from brochure.sheet.surface import Page, Placed, Surface

Row = Sequence[tuple[Page, bool]]
"""Pages from left to right, each with whether it stands upside down."""


@dataclass(frozen=True)
class Grid:
    """Cells of `width` × `height`; row 0 is the upper one. `columns` and `rows` are the gaps."""

    width: float
    height: float
    bleed: float
    columns: tuple[float, ...] = ()
    rows: tuple[float, ...] = ()

    @property
    def trim(self) -> Box:
        """All cells with the gaps between them."""
        width = self.width * (len(self.columns) + 1) + sum(self.columns)
        return Box(0, 0, width, self.height * (len(self.rows) + 1) + sum(self.rows))

    def cell(self, column: int, row: int) -> Box:
        """Where a cell lies."""
        left = column * self.width + sum(self.columns[:column])
        top = self.trim.top - row * self.height - sum(self.rows[:row])
        return Box(left, top - self.height, left + self.width, top)

    def window(self, column: int, row: int) -> Box:
        """A cell with what around it is its own: half of each gap, and the bleed outside."""
        cell = self.cell(column, row)
        across = (self.bleed * 2, *self.columns, self.bleed * 2)[column : column + 2]
        down = (self.bleed * 2, *self.rows, self.bleed * 2)[row : row + 2]
        left, right, top, bottom = (gap / 2 for gap in (*across, *down))
        return Box(cell.left - left, cell.bottom - bottom, cell.right + right, cell.top + top)

    def surface(
        self, rows: Sequence[Row], folds: Lines = NO_LINES, spines: Collection[int] = ()
    ) -> Surface:
        """The pages in the cells, which are cut apart but at the spines: gaps between columns."""
        placed = tuple(
            Placed(page, self.cell(x, y), self.window(x, y), upside_down)
            for y, row in enumerate(rows)
            for x, (page, upside_down) in enumerate(row)
        )
        cuts = self._cuts(spines)
        return Surface(self.trim, self.trim.grown(self.bleed), placed, cuts, folds)

    def _cuts(self, spines: Collection[int]) -> Lines:
        columns = [self.cell(at, 0) for at in range(len(self.columns) + 1)]
        lefts = [cell.left for at, cell in enumerate(columns) if at - 1 not in spines]
        rights = [cell.right for at, cell in enumerate(columns) if at not in spines]
        rows = [self.cell(0, at) for at in range(len(self.rows) + 1)]
        ys = [edge for cell in rows for edge in (cell.bottom, cell.top)]
        return Lines(_once(lefts + rights), _once(ys))

    def middles(self, columns: Sequence[int], rows: Sequence[int]) -> Lines:
        """Lines through the middle of the gaps after these columns and rows."""
        xs = (self.cell(at, 0).right + self.columns[at] / 2 for at in columns)
        ys = (self.cell(0, at).bottom - self.rows[at] / 2 for at in rows)
        return Lines(tuple(xs), tuple(ys))


def _once(edges: list[float]) -> tuple[float, ...]:
    """Edges from the lower left; where two cells meet without a gap they are one."""
    return tuple(sorted({round(edge, 3) for edge in edges}))
