"""XLSX → rows, by calamine: the values that the spreadsheet showed when it was saved."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from io import BytesIO
from typing import Any

from brochure.catalog.records import limits
from brochure.content.problems import quoted
from brochure.content.records.packed import refuse_bombs
from brochure.content.records.table import Cell, Digits, Place, Table
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.data import Data


def read_xlsx(file: str, data: bytes, settings: Data) -> Table:
    """The rows of one sheet of an XLSX file."""
    refuse_bombs(file, data)
    name, found = _sheet(file, data, settings.sheet)
    filled = [
        (number, row) for number, row in enumerate(found, start=1) if any(map(_is_filled, row))
    ]
    if not filled:
        raise Problems([Diagnostic.of("records/empty", Span(file))])
    if len(filled) > limits().records or len(filled[0][1]) > limits().columns:
        limit = limits().records
        raise Problems([Diagnostic.of("records/too-many", Span(file), limit=limit)])
    columns = tuple(str(cell).strip() for cell in filled[0][1])
    rows = [[_cell(cell) for cell in row] for _, row in filled[1:]]
    numbers = [number for number, _ in filled[1:]]

    def place(row: int, column: int | None) -> Place:
        letters = column_letters(column) if column is not None else ""
        return Place(Span(file), f"{name}!{letters}{numbers[row]}")

    return Table(file, columns, rows, place, Span(file))


def column_letters(index: int) -> str:
    """The name of a column in a spreadsheet, counted from 0: `A`, `Z`, `AA`."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _sheet(file: str, data: bytes, wanted: str | None) -> tuple[str, Sequence[Sequence[Any]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        names = book.sheet_names
        name = wanted or next(iter(names), "")
        if name not in names:
            near = quoted(get_close_matches(name, names) or names)
            raise Problems([Diagnostic.of("records/sheet", Span(file), name=name, near=near)])
        return name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as error:
        raise Problems([Diagnostic.of("records/damaged", Span(file))]) from error


def _is_filled(cell: Any) -> bool:
    return cell is not None and cell != ""


def _cell(cell: Any) -> Cell:
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, (int, float)):
        return Digits(int(cell) if cell == int(cell) else repr(cell))
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time() else str(cell)
    if isinstance(cell, date):
        return cell
    return str(cell) if isinstance(cell, (time, timedelta)) else cell or None
