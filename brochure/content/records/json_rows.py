"""JSON → rows: a list of objects; each value is found again in the text only for a finding."""

import json
import re
from collections.abc import Collection, Iterator
from typing import Any, NoReturn

from brochure.catalog.records import limits
from brochure.content.records.table import Cell, Digits, Place, Table
from brochure.content.records.text_file import TextFile, text_file
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.data import Data

SPACE = re.compile(r"[ \t\r\n]*")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


class _Twice(ValueError):  # noqa: N818 - it says what was found
    """A key that stands twice in one object."""


def read_json(file: str, data: bytes, settings: Data, wanted: Collection[str]) -> Table:
    """The rows of a JSON file."""
    source = text_file(file, data, settings.encoding)
    rows: list[list[Cell]] = []
    starts: list[int] = []
    columns = tuple(wanted)
    for start, found in _objects(source):
        if not isinstance(found, dict):
            raise Problems([_wrong(source, start, "records/json-object")])
        if len(found) > limits().columns or len(rows) >= limits().records:
            limit = limits().records
            raise Problems([Diagnostic.of("records/too-many", Span(file), limit=limit)])
        rows.append([found.get(name) for name in columns])  # lists stay: no type takes them
        starts.append(start)
    if not rows:
        raise Problems([Diagnostic.of("records/empty", Span(file))])

    def place(row: int, column: int | None) -> Place:
        if column is None:
            return Place(source.span(starts[row]))
        return Place(source.span(_value_at(source.text, starts[row], columns[column])))

    return Table(file, columns, rows, place, source.span(0))


def _objects(source: TextFile) -> Iterator[tuple[int, Any]]:
    """Each thing in the list with the place where it begins."""
    text = source.text
    decoder = json.JSONDecoder(
        parse_float=Digits, parse_int=Digits, parse_constant=_refuse, object_pairs_hook=_once
    )
    place = _after_space(text, 0)
    if text[place : place + 1] != "[":
        raise Problems([_wrong(source, place, "records/json-list")])
    place = _after_space(text, place + 1)
    if text[place : place + 1] == "]":
        return
    while True:
        try:
            found, end = decoder.raw_decode(text, place)
        except json.JSONDecodeError as error:
            raise Problems([_wrong(source, error.pos, "records/json")]) from error
        except _Twice as error:
            raise Problems([_wrong(source, place, "records/json-twice", str(error))]) from error
        except (ValueError, RecursionError) as error:
            raise Problems([_wrong(source, place, "records/json")]) from error
        yield place, found
        place = _after_space(text, end)
        sign = text[place : place + 1]
        if sign == "]" and not text[place + 1 :].strip():
            return
        if sign != ",":
            raise Problems([_wrong(source, place, "records/json")])
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


def _value_at(text: str, start: int, key: str) -> int:
    """Where the value of a key begins in the object that starts here; else the object itself."""
    decoder = json.JSONDecoder()
    place = _after_space(text, start + 1)
    while found := STRING.match(text, place):
        value = _after_space(text, _after_space(text, found.end()) + 1)
        if json.loads(found[0]) == key:
            return value
        place = _after_space(text, decoder.raw_decode(text, value)[1])
        place = _after_space(text, place + 1)
    return start


def _wrong(source: TextFile, place: int, code: str, name: str = "") -> Diagnostic:
    return Diagnostic.of(code, source.span(place), name=name)
