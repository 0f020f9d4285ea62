"""Tiles: a poster on sheets of a smaller paper, which overlap and are pasted together.

Each tile is cut at its left and upper edge and pasted over the hatched strip of the tile before.
"""

from math import ceil
from string import ascii_uppercase

from brochure.diagnostics import Diagnostic, Problems
from brochure.document.boxes import TOLERANCE, Box
from brochure.marks import Bands, Lines
from brochure.sheet.job import Job, Size
from brochure.sheet.surface import Book, Placed, Sheet, Surface


def arrange(book: Book, job: Job) -> tuple[Sheet, ...]:
    """For each page its tiles, row by row from the upper left, all of one size."""
    paper, columns, rows = _fewest(book, job)
    return tuple(
        Sheet(_tile(book, page, job, paper, (column, columns), (row, rows)))
        for page in book.order
        for row in range(rows)
        for column in range(columns)
    )


def name_of(column: int, row: int) -> str:
    """What a tile is called: the letter of its column, the number of its row."""
    letter = ascii_uppercase[column % len(ascii_uppercase)]
    return f"{letter * (column // len(ascii_uppercase) + 1)}{row + 1}"


def _fewest(book: Book, job: Job) -> tuple[Size, int, int]:
    """The paper as it lies, upright or across, so that the fewest tiles are needed."""
    if job.sheet is None:
        raise Problems([Diagnostic.of("sheet/no-paper", None, scheme=job.scheme)])
    ways = [way for way in (job.sheet, job.sheet[::-1]) if _step(way, job) > 0]
    if not ways:
        raise Problems([Diagnostic.of("sheet/no-room-for-tiles")])
    counted = [
        (way, _count(book.width, way[0], job), _count(book.height, way[1], job)) for way in ways
    ]
    return min(counted, key=lambda each: each[1] * each[2])


def _step(paper: Size, job: Job) -> float:
    """How far one tile reaches beyond the one before, at least."""
    return min(paper) - 2 * job.margin - job.overlap


def _count(length: float, paper: float, job: Job) -> int:
    shown = paper - 2 * job.margin
    return max(1, ceil((length - job.overlap - TOLERANCE) / (shown - job.overlap)))


def _tile(
    book: Book, page: int | None, job: Job, paper: Size, x: tuple[int, int], y: tuple[int, int]
) -> Surface:
    (column, columns), (row, rows) = x, y
    width = (book.width + (columns - 1) * job.overlap) / columns
    height = (book.height + (rows - 1) * job.overlap) / rows
    media = Box(0, 0, *paper)
    shown = Box(0, 0, width, height).moved((paper[0] - width) / 2, (paper[1] - height) / 2)
    is_last = (column == columns - 1, row == rows - 1)
    left = shown.left - column * (width - job.overlap)
    top = shown.top + row * (height - job.overlap)
    trim = Box(left, top - book.height, left + book.width, top)
    bleed = _bleed(shown, book.bleed, (column == 0, is_last[1], is_last[0], row == 0))
    return Surface(
        trim=shown,
        bleed=bleed,
        placed=(Placed(page, trim, bleed),),
        cuts=Lines(
            (shown.left, shown.right) if is_last[0] else (shown.left,),
            (shown.bottom, shown.top) if is_last[1] else (shown.top,),
        ),
        glued=Bands(
            () if is_last[0] else ((shown.right - job.overlap, shown.right),),
            () if is_last[1] else ((shown.bottom, shown.bottom + job.overlap),),
        ),
        media=media,
        label=name_of(column, row),
    )


def _bleed(shown: Box, bleed: float, outside: tuple[bool, bool, bool, bool]) -> Box:
    """What a tile shows: beyond its edges only where the poster ends there."""
    left, bottom, right, top = (bleed if is_outside else 0 for is_outside in outside)
    return Box(shown.left - left, shown.bottom - bottom, shown.right + right, shown.top + top)
