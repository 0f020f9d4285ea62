"""A data file → its records, by the schema; each is typed when it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import PurePosixPath

from brochure.catalog.records import limits
from brochure.content.problems import quoted, shortened
from brochure.content.records.table import Table
from brochure.content.records.types import Read, Reading, Wrong, reader_of
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.data import Data, Record, Value


@dataclass(frozen=True)
class Records:
    """The records of a publication, in the order of the file."""

    data: Data
    table: Table = field(repr=False)
    readers: tuple[tuple[str, int, Read], ...] = field(repr=False)
    """Name of each field, its column, and what reads its cells; a missing column is -1."""

    def __len__(self) -> int:
        """How many rows could be read."""
        return len(self.table.rows)

    def record(self, index: int) -> Record:
        """One record, counted from 0; `Problems` with all that is wrong with it."""
        values, findings = self.examine(index)
        if findings:
            raise Problems(findings)
        return Record(index + 1, str(values[self.data.key]), values)

    def named(self, key: str) -> Record:
        """The record of a key; `KeyError` when there is none."""
        return self.record(self._index[key])

    def examine(self, index: int) -> tuple[Mapping[str, Value], list[Diagnostic]]:
        """The values of a record that could be read, and what is wrong with the others."""
        row = self.table.rows[index]
        values: dict[str, Value] = {}
        findings: list[Diagnostic] = []
        for name, column, read in self.readers:
            try:
                values[name] = read(row[column] if column >= 0 else None)
            except Wrong as wrong:
                findings.append(self._finding(index, name, column, wrong))
        return values, findings

    def label(self, index: int, column: int | None = None) -> str:
        """How a record is called in a sentence: by its key, else by its number."""
        name = next(column for field_, column, _ in self.readers if field_ == self.data.key)
        key = self.table.rows[index][name]
        called = shortened(str(key), 40) if key not in (None, "") else f"#{index + 1}"
        cell = self.table.place(index, column).cell
        return f"{called} ({cell})" if cell else called

    def span(self, index: int, column: int | None = None) -> Span:
        """Where a record, or one of its cells, stands."""
        return self.table.place(index, column).span

    def _finding(self, index: int, name: str, column: int, wrong: Wrong) -> Diagnostic:
        place = column if column >= 0 else None
        return wrong.finding(self.span(index, place), self.label(index, place), name)

    @cached_property
    def _index(self) -> dict[str, int]:
        """Key → place in the file; of a key that stands twice the first one counts."""
        found: dict[str, int] = {}
        _, column, read = next(item for item in self.readers if item[0] == self.data.key)
        for index, row in enumerate(self.table.rows):
            try:
                found.setdefault(str(read(row[column])), index)
            except Wrong:
                continue  # told by the report
        return found


def read_records(file: str, content: bytes, data: Data, reading: Reading) -> Records:
    """The records of a data file; `Problems` when it cannot be read or lacks a column."""
    limit = limits().file_megabytes
    if len(content) > limit * 1e6:
        size = f"{len(content) / 1e6:.0f}"
        finding = Diagnostic.of("records/too-large", Span(file), size=size, limit=limit)
        raise Problems([finding])
    headings = {name: field.column or name for name, field in data.fields.items()}
    table = _table(file, content, data, headings)
    findings = [*_columns(table, data, headings)]
    if not findings and not table.rows and not table.findings:
        findings = [Diagnostic.of("records/empty", Span(file))]
    if findings:
        raise Problems(findings)
    columns = {name: index for index, name in enumerate(table.columns)}
    readers = tuple(
        (name, columns.get(headings[name], -1), reader_of(field, reading))
        for name, field in data.fields.items()
    )
    return Records(data, table, readers)


def _table(file: str, content: bytes, data: Data, headings: Mapping[str, str]) -> Table:
    wanted = tuple(headings.values())
    match PurePosixPath(file).suffix.lower():
        case ".csv":
            from brochure.content.records.csv_rows import read_csv

            return read_csv(file, content, data, wanted)
        case ".json":
            from brochure.content.records.json_rows import read_json

            return read_json(file, content, data, wanted)
        case ".xlsx":
            from brochure.content.records.xlsx_rows import read_xlsx

            return read_xlsx(file, content, data)
        case ".parquet":
            from brochure.content.records.parquet_rows import read_parquet

            return read_parquet(file, content, wanted)
    from brochure.content.records.yaml_rows import read_yaml

    return read_yaml(file, content, wanted)


def _columns(table: Table, data: Data, headings: Mapping[str, str]) -> list[Diagnostic]:
    """Columns that are missing, with near headings, or that stand twice."""
    findings = []
    for name, heading in headings.items():
        if heading in table.columns:
            if table.columns.count(heading) > 1:
                code = "records/column-twice"
                findings.append(Diagnostic.of(code, table.heading, column=heading))
        elif not data.fields[name].optional or name == data.key:
            near = get_close_matches(heading, table.columns, 3) or table.columns[:12]
            finding = Diagnostic.of(
                "records/no-column", table.heading, column=heading, name=name, near=quoted(near)
            )
            findings.append(finding)
    return findings
