"""Perfect binding: signatures laid behind each other, milled at the spine and glued."""

from collections.abc import Sequence

from brochure.catalog.sheets import signature
from brochure.sheet.folding import MIRRORED, unfolded
from brochure.sheet.grid import Grid
from brochure.sheet.job import Job
from brochure.sheet.surface import Book, Page, Sheet


def arrange(book: Book, job: Job) -> tuple[Sheet, ...]:
    """One sheet for each run of as many pages as a signature has."""
    size = job.signature
    runs = (book.order[at : at + size] for at in range(0, len(book.order), size))
    return tuple(_signature(run, book, job) for run in runs)


def _signature(pages: Sequence[Page], book: Book, job: Job) -> Sheet:
    edges = signature(len(pages))
    leaves = unfolded(pages, [MIRRORED[edge] for edge in edges] if job.right_to_left else edges)
    grid = _grid(len(leaves[0]), len(leaves), book, job)
    folds = grid.middles(range(len(grid.columns)), range(len(grid.rows)))
    spines = range(0, len(grid.columns), 2)
    # A section opened is seen from inside; page 1 lies on its other side, the front of the sheet.
    inside = [[(leaf.front, leaf.upside_down) for leaf in row] for row in leaves]
    outside = [[(leaf.back, leaf.upside_down) for leaf in row[::-1]] for row in leaves]
    front, back = (grid.surface(rows, folds, spines) for rows in (outside, inside))
    return Sheet(front, back, "sheetwise")


def _grid(columns: int, rows: int, book: Book, job: Job) -> Grid:
    """Pages meet at the spine by turns, where it is milled off, else where they are trimmed."""
    trimmed = 2 * book.bleed if job.gutter is None else job.gutter
    across = tuple(trimmed if at % 2 else 2 * job.milling for at in range(columns - 1))
    return Grid(book.width, book.height, book.bleed, across, (trimmed,) * (rows - 1))
