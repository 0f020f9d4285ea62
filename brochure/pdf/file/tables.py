"""Cross-reference streams and the linearisation dictionary (ISO 32000-1, 7.5.8 and F.3.3)."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from itertools import repeat
from operator import and_, sub
from struct import Struct

from brochure.pdf.file.objects import compressed, plain
from brochure.pdf.file.order import Thing

ROW = 6
FREE = bytes(ROW)
"""The entry of object 0."""
_row = Struct(">BIB").pack

LONGEST = 10
"""Digits of the largest offset that four bytes hold."""


@dataclass(frozen=True, slots=True)
class Trailer:
    """What every cross-reference stream says of the file."""

    root: int
    info: int | None
    identity: bytes

    def text(self) -> bytes:
        """The entries of the trailer."""
        info = b"" if self.info is None else b"/Info %d 0 R" % self.info
        name = self.identity.hex().encode()
        return b"/Root %d 0 R%b/ID[<%b><%b>]" % (self.root, info, name, name)


@dataclass(frozen=True, slots=True)
class Parameters:
    """What the linearisation dictionary says, in its order (table F.1)."""

    file_length: int = 0
    hints: int = 0
    hints_length: int = 0
    first_page: int = 0
    """The number of its object."""
    first_page_end: int = 0
    pages: int = 0
    second_table: int = 0
    """The offset of the white space before it."""


def rows_of_offsets(offsets: Iterable[int]) -> bytes:
    """Entries of objects that lie in the file."""
    return b"".join(_row(1, offset, 0) for offset in offsets)


def rows_of_packed(start: int, things: Iterable[Thing]) -> bytes:
    """Entries of what lies in object streams; the things are numbered from `start`."""
    return b"".join(
        _row(2, number, index)
        for number, thing in enumerate(things, start)
        if thing.packed
        for index in range(len(thing.items))
    )


def first_table(number: int, first: int, rows: bytes, trailer: Trailer, second: int) -> bytes:
    """The table of the first half, of objects from `first` to the last; as long for any offset."""
    count = len(rows) // ROW
    text = b"<</Type/XRef/W[1 4 1]/Index[%d %d]/Size %d/Prev %b%b>>"
    where = b"%d" % second
    values = first, count, first + count, where.ljust(LONGEST), trailer.text()
    return plain(number, text % values, rows)


def second_table(number: int, rows: bytes, trailer: Trailer) -> bytes:
    """The table of the second half, of all objects from 0."""
    text = b"<</Type/XRef/W[1 4 1]/Size %d/DecodeParms<</Predictor 12/Columns %d>>%b>>"
    values = len(rows) // ROW, ROW, trailer.text()
    return compressed(number, text % values, _predicted(rows))


def linearisation(number: int, parameters: Parameters) -> bytes:
    """The linearisation dictionary, as long whatever it says."""
    form = b"<</Linearized 1/L %d/H[%d %d]/O %d/E %d/N %d/T %d>>"
    values: Sequence[int] = astuple(parameters)
    longest = len(form) + len(values) * (LONGEST - len("%d"))
    return plain(number, (form % tuple(values)).ljust(longest))


def _predicted(rows: bytes) -> bytes:
    """Each row as its difference to the one above it (7.4.4.4, PNG's «up»)."""
    changes = bytes(map(and_, map(sub, rows, bytes(ROW) + rows), repeat(0xFF)))
    return b"".join(b"\2" + changes[at : at + ROW] for at in range(0, len(rows), ROW))
