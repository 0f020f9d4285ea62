"""Objects in their order → the linearised file around them (ISO 32000-1, F.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from brochure.pdf.file.hints import Known, Run, hint_stream
from brochure.pdf.file.numbers import Numbers
from brochure.pdf.file.order import Order, Thing
from brochure.pdf.file.tables import (
    FREE,
    ROW,
    Parameters,
    Trailer,
    first_table,
    linearisation,
    rows_of_offsets,
    rows_of_packed,
    second_table,
)
from brochure.pdf.file.users import FIRST_PAGE

HEADER = b"%%PDF-%b\n%%\xbf\xf7\xa2\xfe\n"
END = b"startxref\n%d\n%%%%EOF\n"


@dataclass(frozen=True, slots=True)
class Parts:
    """The bytes of all objects; the hints come between opening and first page."""

    opening: Sequence[bytes]
    first_page: Sequence[bytes]
    second_half: Sequence[bytes]


def linear(version: str, order: Order, numbers: Numbers, parts: Parts, trailer: Trailer) -> bytes:
    """The file: dictionary, table, opening, hints, first page; second half, table.

    Dictionary and first table are as long whatever they say, and the hints tell offsets as if they
    weren't there; so every place is known in one pass.
    """
    header = HEADER % version.encode()
    table = len(header) + len(linearisation(numbers.linearisation, Parameters()))
    start = table + len(_first_table(numbers, bytes(ROW * numbers.first_half), trailer, 0))
    objects = [*parts.opening, *parts.first_page, *parts.second_half]
    offsets = list(accumulate(map(len, objects), initial=start))
    page = len(parts.opening)
    second = page + len(parts.first_page)

    hints_offset = offsets[page]
    hints = hint_stream(numbers.hints, _known(order, numbers, objects, offsets))
    offsets[page:] = [offset + len(hints) for offset in offsets[page:]]

    rows = FREE + rows_of_offsets(offsets[second:]) + rows_of_packed(1, order.second_half())
    end = second_table(numbers.second_table, rows, trailer) + END % table
    parameters = Parameters(
        file_length=offsets[-1] + len(end),
        hints=hints_offset,
        hints_length=len(hints),
        first_page=numbers.first_page,
        first_page_end=offsets[second],
        pages=1 + len(order.pages),
        second_table=offsets[-1] - 1,
    )
    rows = rows_of_offsets((len(header), table, *offsets[:page], hints_offset))
    rows += rows_of_offsets(offsets[page:second])
    rows += rows_of_packed(numbers.opening, order.opening)
    rows += rows_of_packed(numbers.first_page, order.first_page())
    return b"".join(
        (
            header,
            linearisation(numbers.linearisation, parameters),
            _first_table(numbers, rows, trailer, offsets[-1]),
            *parts.opening,
            hints,
            *parts.first_page,
            *parts.second_half,
            end,
        )
    )


def _first_table(numbers: Numbers, rows: bytes, trailer: Trailer, second: int) -> bytes:
    """The first table, and the end of the file that a linearised one has there (F.3.4)."""
    first = numbers.linearisation
    return first_table(numbers.first_table, first, rows, trailer, second) + END % 0


def _known(
    order: Order, numbers: Numbers, objects: Sequence[bytes], offsets: Sequence[int]
) -> Known:
    """What the hints tell of objects that lie in this order, at these offsets."""
    at = len(order.opening)
    names = [0] * at
    names += range(numbers.first_page, numbers.first_page + len(order.first_page()))
    names += range(1, numbers.second_table)

    def run(things: Sequence[Thing]) -> Run:
        nonlocal at
        start, at = at, at + len(things)
        if not things:
            return Run(0, 0, ())
        return Run(names[start], offsets[start], [len(each) for each in objects[start:at]])

    first = run(order.first_page())
    pages = [first, *map(run, order.pages)]
    shared = run(order.shared)
    if order.outlines_at_once:
        at = len(order.opening) + len(order.first)
    return Known(pages, _uses(order), shared, outlines=run(order.outlines))


def _uses(order: Order) -> list[list[int]]:
    """For each page the shared things that it uses; none for the first, which has its own."""
    uses: list[list[int]] = [[] for _ in range(1 + len(order.pages))]
    for index, thing in enumerate(chain(order.first_page(), order.shared)):
        pages = thing.users // FIRST_PAGE & ~1
        while pages:
            lowest = pages & -pages
            uses[lowest.bit_length() - 1].append(index)
            pages ^= lowest
    return uses
