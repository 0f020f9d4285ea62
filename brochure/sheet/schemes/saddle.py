"""Saddle stitch: sheets of four pages, laid into each other and stapled through the fold."""

from dataclasses import replace

from brochure.document.boxes import MM, Box
from brochure.marks import Lines
from brochure.sheet.grid import Grid
from brochure.sheet.job import Job
from brochure.sheet.surface import Book, Page, Placed, Sheet, Surface


def arrange(book: Book, job: Job) -> tuple[Sheet, ...]:
    """One sheet for the first two and the last two pages, the next for those inside, and so on."""
    pages, last = book.order, len(book.order) - 1
    sheets = []
    for index in range(len(pages) // 4):
        first = 2 * index
        outside = (pages[last - first], pages[first])
        inside = (pages[first + 1], pages[last - first - 1])
        front, back = (_spread(side, book, job, index) for side in (outside, inside))
        sheets.append(Sheet(front, back, "sheetwise"))
    return tuple(sheets)


def creep(index: int, grammage: float) -> float:
    """By how much the sheets outside push a sheet out at the face; index 0 is the outermost.

    A sheet of 1000 g/m² is taken to be 1 mm thick, and the spine goes around half of it twice:
    48 pages of 135 g/m² gain 12 × 0.135 = 1.62 mm (rule of online print shops).
    """
    return index * grammage / 1000 * MM


def _spread(sides: tuple[Page, Page], book: Book, job: Job, index: int) -> Surface:
    """Two pages beside the fold, moved towards it by the creep, and cut where they end."""
    left, right = sides[::-1] if job.right_to_left else sides
    grid = Grid(book.width, book.height, book.bleed, columns=(0,))
    folds = Lines((book.width,))
    flat = grid.surface([[(left, False), (right, False)]], folds, spines=(0,))
    shift = creep(index, job.grammage)
    return _crept(flat, shift) if shift else flat


def _crept(flat: Surface, shift: float) -> Surface:
    """The same with both pages moved towards the fold, and narrower by that: so it is trimmed."""
    left, right = flat.placed
    trim = Box(flat.trim.left + shift, flat.trim.bottom, flat.trim.right - shift, flat.trim.top)
    bleed = flat.bleed.clipped(trim.grown(trim.left - shift - flat.bleed.left))
    placed = (_moved(left, shift, bleed), _moved(right, -shift, bleed))
    cuts = Lines((trim.left, trim.right), flat.cuts.ys)
    return replace(flat, trim=trim, bleed=bleed, placed=placed, cuts=cuts)


def _moved(placed: Placed, shift: float, bleed: Box) -> Placed:
    trim, window = placed.trim.moved(shift, 0), placed.window.clipped(bleed)
    return replace(placed, trim=trim, window=window)
