"""JSON → rows: a list of objects; each value is found again in the text only for a finding."""

import json
import re
from collections.abc import Collection, Iterator
from typing import Any, NoReturn

from brochure.catalog.records import limits
from brochure.content.records.table import Cell, Digits, Place, Table
from brochure.content.yaml_source import CONTROL, name_of, span_at
from brochure.diagnostics import Diagnostic, Problems, Span

SPACE = re.compile(r"[ \t\r\n]*")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


class _Twice(ValueError):  # noqa: N818 - it says what was found
    """A key that stands twice in one object."""


def read_json(file: str, data: bytes, wanted: Collection[str]) -> Table:
    """The rows of a JSON file."""
    text = _decoded(file, data)
    rows: list[list[Cell]] = []
    starts: list[int] = []
    columns = tuple(wanted)
    for start, found in _objects(file, text):
        if not isinstance(found, dict):
            raise Problems([_wrong(file, text, start, "records/json-object")])
        if len(found) > limits().columns or len(rows) >= limits().records:
            limit = limits().records
            raise Problems([Diagnostic.of("records/too-many", Span(file), limit=limit)])
        rows.append([found.get(name) for name in columns])  # lists stay: no type takes them
        starts.append(start)
    if not rows:
        raise Problems([Diagnostic.of("records/empty", Span(file))])

    def place(row: int, column: int | None) -> Place:
        return Place(
            span_at(file, text, _value_at(text, starts[row], columns[column or 0], column))
        )

    return Table(file, columns, rows, place, span_at(file, text, 0))


def _decoded(file: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        letter = data[error.start : error.start + 1].decode("cp1252", "replace")
        finding = Diagnostic.of(
            "records/encoding",
            Span(file, line),
            encoding="utf-8",
            byte=f"{data[error.start]:02X}",
            letter=letter,
        )
        raise Problems([finding]) from error


def _objects(file: str, text: str) -> Iterator[tuple[int, Any]]:
    """Each thing in the list with the place where it begins."""
    decoder = json.JSONDecoder(
        parse_float=Digits, parse_int=Digits, parse_constant=_refuse, object_pairs_hook=_once
    )
    place = _after_space(text, 0)
    if text[place : place + 1] != "[":
        raise Problems([_wrong(file, text, place, "records/json-list")])
    place = _after_space(text, place + 1)
    if text[place : place + 1] == "]":
        return
    while True:
        try:
            found, end = decoder.raw_decode(text, place)
        except json.JSONDecodeError as error:
            raise Problems([_wrong(file, text, error.pos, "records/json")]) from error
        except _Twice as error:
            raise Problems([_wrong(file, text, place, "records/json-twice", str(error))]) from error
        except (ValueError, RecursionError) as error:
            raise Problems([_wrong(file, text, place, "records/json")]) from error
        yield place, found
        place = _after_space(text, end)
        sign, place = text[place : place + 1], place
        if sign == "]" and not text[place + 1 :].strip():
            return
        if sign != ",":
            raise Problems([_wrong(file, text, place, "records/json")])
        place = _after_space(text, place + 1)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return made


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)


def _after_space(text: str, place: int) -> int:
    found = SPACE.match(text, place)
    return found.end() if found else place


def _value_at(text: str, start: int, key: str, column: int | None) -> int:
    """Where the value of a key begins in the object that starts here; else the object itself."""
    decoder = json.JSONDecoder()
    place = _after_space(text, start + 1)
    while column is not None and (found := STRING.match(text, place)):
        value = _after_space(text, _after_space(text, found.end()) + 1)
        if json.loads(found[0]) == key:
            return value
        place = _after_space(text, decoder.raw_decode(text, value)[1])
        place = _after_space(text, place + 1)
    return start


def _wrong(file: str, text: str, place: int, code: str, name: str = "") -> Diagnostic:
    if found := CONTROL.search(text, place, place + 1):
        name = name_of(found[0])
    return Diagnostic.of(code, span_at(file, text, min(place, len(text))), name=name)
