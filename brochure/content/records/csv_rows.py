"""CSV → rows: separator and byte order mark found by themselves, quotation marks by RFC 4180."""

import csv
import re
from array import array
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Collection, Sequence
from io import StringIO

from brochure.catalog.records import limits
from brochure.content.records.table import Cell, Place, Table
from brochure.content.yaml_source import CONTROL, LINE_BREAK, name_of, span_at
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.data import Data

SEPARATORS = (";", ",", "\t")


def read_csv(file: str, data: bytes, settings: Data, wanted: Collection[str]) -> Table:
    """The rows of a CSV file; `wanted` are headings that help to find the separator."""
    text = _decoded(file, data, settings)
    separator = settings.separator or _separator(text, wanted)
    rows: list[Sequence[Cell]] = []
    lines, findings = array("L"), list[Diagnostic]()
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    columns: tuple[str, ...] | None = None
    line = 1
    try:
        for row in reader:
            start, line = line, reader.line_num + 1
            if not any(row):
                continue
            if columns is None:
                columns, heading = tuple(name.strip() for name in row), start
                continue
            if len(row) != len(columns):
                findings.append(_wrong_length(file, start, row, columns, separator))
                continue
            rows.append(row)
            lines.append(start)
            if len(rows) > limits().records:
                limit = limits().records
                raise Problems([Diagnostic.of("records/too-many", Span(file), limit=limit)])
    except csv.Error as error:
        span = Span(file, line, 1)
        raise Problems([Diagnostic.of("records/csv", span, problem=error)]) from error
    if columns is None:
        raise Problems([Diagnostic.of("records/empty", Span(file))])
    place = _Places(file, text, lines, separator)
    return Table(file, columns, rows, place, Span(file, heading, 1), tuple(findings))


def _decoded(file: str, data: bytes, settings: Data) -> str:
    encoding = settings.encoding
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        raise Problems([_not_decoded(file, data, encoding, error.start)]) from error
    if found := CONTROL.search(text):
        span = span_at(file, text, found.start())
        code = "content/control-character"
        raise Problems([Diagnostic.of(code, span, character=name_of(found[0]))])
    return text


def _not_decoded(file: str, data: bytes, encoding: str, start: int) -> Diagnostic:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return Diagnostic.of("records/utf-16", Span(file))
    before = data[data.rfind(b"\n", 0, start) + 1 : start]
    column = len(before.decode("utf-8", "replace").removeprefix("\ufeff")) + 1
    return Diagnostic.of(
        "records/encoding",
        Span(file, data.count(b"\n", 0, start) + 1, column),
        encoding=encoding,
        byte=f"{data[start]:02X}",
        # What it was meant to be: nearly always Windows' own encoding of Western Europe.
        letter=data[start : start + 1].decode("cp1252", "replace"),
    )


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

    def __init__(self, file: str, text: str, lines: Sequence[int], separator: str) -> None:
        self.file, self.text, self.lines = file, text, lines
        sign = re.escape(separator)
        self.cell = re.compile(rf'(?:"(?:[^"]|"")*"|[^{sign}\r\n"]*)(?:{sign}|(?=\r|\n|$))')
        self.starts: list[int] = []

    def __call__(self, row: int, column: int | None) -> Place:
        if not self.starts:
            self.starts = [0, *(found.end() for found in LINE_BREAK.finditer(self.text))]
        line = self.lines[row]
        start = place = self.starts[line - 1]
        for _ in range(column or 0):
            found = self.cell.match(self.text, place)
            place = found.end() if found else place
        before = LINE_BREAK.split(self.text[start:place])
        return Place(Span(self.file, line + len(before) - 1, len(before[-1]) + 1))
