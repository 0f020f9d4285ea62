"""CSV → rows: separator and byte order mark found by themselves, quotation marks by RFC 4180."""

import csv
import re
from array import array
from collections.abc import Collection, Iterator, Sequence
from io import StringIO

from brochure.catalog.records import limits
from brochure.content.records.table import Cell, Place, Table
from brochure.content.records.text_file import TextFile, text_file
from brochure.content.yaml_source import CONTROL, LINE_BREAK, name_of
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.data import Data

SEPARATORS = (";", ",", "\t")


def read_csv(file: str, data: bytes, settings: Data, wanted: Collection[str]) -> Table:
    """The rows of a CSV file; `wanted` are headings that help to find the separator."""
    source = text_file(file, data, settings.encoding)
    _refuse_controls(source)
    separator = settings.separator or _separator(source.text, wanted)
    lines = _lines(source, separator)
    heading, first = next(lines, (0, ()))
    if not heading:
        raise Problems([Diagnostic.of("records/empty", Span(file))])
    columns = tuple(name.strip() for name in first)
    rows: list[Sequence[Cell]] = []
    numbers, findings = array("L"), list[Diagnostic]()
    for number, row in lines:
        if len(row) != len(columns):
            findings.append(_wrong_length(file, number, row, columns, separator))
            continue
        rows.append(row)
        numbers.append(number)
        if len(rows) > limits().records:
            limit = limits().records
            raise Problems([Diagnostic.of("records/too-many", Span(file), limit=limit)])
    place = _Places(source, numbers, separator)
    return Table(file, columns, rows, place, Span(file, heading, 1), tuple(findings))


def _lines(source: TextFile, separator: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Every row that has something in it, with the line in which it begins."""
    reader = csv.reader(StringIO(source.text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for row in reader:
            start, line = line, reader.line_num + 1
            if any(row):
                yield start, row
    except csv.Error as error:
        finding = Diagnostic.of("records/csv", Span(source.name, line, 1), problem=error)
        raise Problems([finding]) from error


def _refuse_controls(source: TextFile) -> None:
    if found := CONTROL.search(source.text):
        span, character = source.span(found.start()), name_of(found[0])
        raise Problems([Diagnostic.of("content/control-character", span, character=character)])


def _separator(text: str, wanted: Collection[str]) -> str:
    """The separator by which most of the wanted headings are found in the first line."""
    first = next((line for line in LINE_BREAK.split(text[:100_000]) if line.strip()), "")

    def found(separator: str) -> tuple[int, int]:
        names = {cell.strip().strip('"') for cell in first.split(separator)}
        return len(names & set(wanted)), first.count(separator)

    return max(SEPARATORS, key=found)


def _wrong_length(
    file: str, line: int, row: Sequence[str], columns: Sequence[str], separator: str
) -> Diagnostic:
    sign = _named(separator)
    span, counts = Span(file, line, 1), (len(row), len(columns))
    return Diagnostic.of("records/cells", span, cells=counts[0], columns=counts[1], separator=sign)


def _named(separator: str) -> str:
    return "Tab" if separator == "\t" else separator


class _Places:
    """Where cells stand: the line is known, the column is counted only for a finding."""

    def __init__(self, source: TextFile, lines: Sequence[int], separator: str) -> None:
        self.source, self.lines = source, lines
        sign = re.escape(separator)
        self.cell = re.compile(rf'(?:"(?:[^"]|"")*"|[^{sign}\r\n"]*)(?:{sign}|(?=\r|\n|$))')

    def __call__(self, row: int, column: int | None) -> Place:
        place = self.source.line_starts[self.lines[row] - 1]
        for _ in range(column or 0):
            found = self.cell.match(self.source.text, place)
            place = found.end() if found else place
        return Place(self.source.span(place))
