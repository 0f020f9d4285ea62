"""Step and repeat: the same leaf in every cell of a sheet, to be cut apart (cards, leaflets)."""

from brochure.sheet.gang import gang_grid, leaves_of, sheet_of
from brochure.sheet.job import Job
from brochure.sheet.surface import Book, Sheet


def arrange(book: Book, job: Job) -> tuple[Sheet, ...]:
    """A sheet for each leaf."""
    grid = gang_grid(book, job)
    cells = (len(grid.columns) + 1) * (len(grid.rows) + 1)
    return tuple(sheet_of([leaf] * cells, grid, job) for leaf in leaves_of(book, job))
