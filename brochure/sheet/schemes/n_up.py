"""Several pages on one sheet in their order, those of a leaf back to back."""

from brochure.sheet.gang import gang_grid, leaves_of, sheet_of
from brochure.sheet.job import Job
from brochure.sheet.surface import Book, Sheet


def arrange(book: Book, job: Job) -> tuple[Sheet, ...]:
    """As many leaves on each sheet as the grid has cells, row by row."""
    grid, leaves = gang_grid(book, job), leaves_of(book, job)
    cells = (len(grid.columns) + 1) * (len(grid.rows) + 1)
    runs = (leaves[at : at + cells] for at in range(0, len(leaves), cells))
    return tuple(sheet_of(run, grid, job) for run in runs)
