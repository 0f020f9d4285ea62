"""Pages that are cut apart: how many go on a sheet, and those of a leaf back to back."""

from collections.abc import Sequence

from brochure.diagnostics import Diagnostic, Problems
from brochure.document.boxes import TOLERANCE
from brochure.marks import room
from brochure.sheet.grid import Grid
from brochure.sheet.job import Job, Size
from brochure.sheet.surface import Book, Page, Sheet

Leaf = tuple[Page, Page]
"""A page and what is printed on its back."""


def leaves_of(book: Book, job: Job) -> list[Leaf]:
    """The pages by twos, or each alone where paper is printed on one side."""
    if job.work in (None, "one-sided"):
        return [(page, None) for page in book.order]
    pages = (*book.order, None) if len(book.order) % 2 else book.order
    return list(zip(pages[::2], pages[1::2], strict=True))


def gang_grid(book: Book, job: Job) -> Grid:
    """The grid that is asked for, or the fullest that the paper takes, whichever way it lies."""
    gutter = 2 * book.bleed if job.gutter is None else job.gutter
    columns, rows = job.grid or _most(book, job, gutter)
    gaps = ((gutter,) * (columns - 1), (gutter,) * (rows - 1))
    return Grid(book.width, book.height, book.bleed, *gaps)


def sheet_of(leaves: Sequence[Leaf], grid: Grid, job: Job) -> Sheet:
    """A sheet with these leaves, row by row; the cells that are left over stay empty."""
    columns, rows = len(grid.columns) + 1, len(grid.rows) + 1
    cells = [*leaves, *[(None, None)] * (columns * rows - len(leaves))]
    ordered = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    if job.right_to_left:
        ordered = [row[::-1] for row in ordered]
    front = grid.surface([[(page, False) for page, _ in row] for row in ordered])
    if job.work in (None, "one-sided"):
        return Sheet(front)
    # A sheet is turned like the page of a book: its left edge lies on the right then.
    back = grid.surface([[(page, False) for _, page in row[::-1]] for row in ordered])
    return Sheet(front, back, "sheetwise")


def _most(book: Book, job: Job, gutter: float) -> tuple[int, int]:
    if job.sheet is None:
        raise Problems([Diagnostic.of("sheet/no-grid", None, scheme=job.scheme)])
    halves = {"turn": (2, 1), "tumble": (1, 2)}.get(job.work or "", (1, 1))
    ways = (job.sheet, job.sheet[::-1])
    counts = [_fitting(book, _inside(way, book, job, halves), gutter) for way in ways]
    best = max(counts, key=lambda count: count[0] * count[1])
    return max(best[0], 1), max(best[1], 1)


def _inside(paper: Size, book: Book, job: Job, halves: tuple[int, int]) -> Size:
    """What of the paper, or of its half, is left for trimmed pages and what lies between them."""
    edge = 2 * (book.bleed + room(job.marks))
    width, height = (
        (side - edge - (parts - 1) * 2 * book.bleed) / parts
        for side, parts in zip(paper, halves, strict=True)
    )
    return width, height


def _fitting(book: Book, paper: Size, gutter: float) -> tuple[int, int]:
    columns = int((paper[0] + gutter + TOLERANCE) // (book.width + gutter))
    return columns, int((paper[1] + gutter + TOLERANCE) // (book.height + gutter))
