"""Parquet → rows, by pyarrow where it is there (`pip install brochure[data]`)."""

from collections.abc import Collection
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from brochure.catalog.records import limits
from brochure.content.records.packed import refuse_large
from brochure.content.records.table import Cell, Digits, Place, Table
from brochure.diagnostics import Diagnostic, Problems, Span


def read_parquet(file: str, data: bytes, wanted: Collection[str]) -> Table:
    """The wanted columns of a Parquet file."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise Problems([Diagnostic.of("records/no-pyarrow", Span(file))]) from error
    try:
        found = ParquetFile(BytesIO(data))
        refuse_large(file, _size(found))
        columns = tuple(name for name in found.schema_arrow.names if name in wanted)
        if found.metadata.num_rows > limits().records:
            limit = limits().records
            raise Problems([Diagnostic.of("records/too-many", Span(file), limit=limit)])
        shown = found.read(columns=list(columns)).to_pydict()
    except (ArrowException, OSError, ValueError) as error:
        raise Problems([Diagnostic.of("records/damaged", Span(file))]) from error
    cells = [[_cell(value) for value in shown[name]] for name in columns]
    rows = [list(row) for row in zip(*cells, strict=True)]

    def place(row: int, column: int | None) -> Place:
        name = f"{columns[column]}:" if column is not None else ""
        return Place(Span(file), f"{name}{row + 1}")

    return Table(file, columns, rows, place, Span(file))


def _size(found: Any) -> int:
    groups = range(found.metadata.num_row_groups)
    return sum(found.metadata.row_group(group).total_byte_size for group in groups)


def _cell(value: Any) -> Cell | Any:
    """Lists and structures stay as they are: no type takes them."""
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else str(value)
    if value is None or isinstance(value, (bool, str, date)):
        return value
    return Digits(value) if isinstance(value, (int, float)) or hasattr(value, "as_tuple") else value
