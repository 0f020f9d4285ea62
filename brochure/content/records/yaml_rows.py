"""YAML → rows: a list of mappings, read through the same guard as the texts."""

from collections.abc import Collection
from typing import Any

from brochure.content.problems import unknown_key
from brochure.content.records.table import Cell, Digits, Place, Table
from brochure.content.values import Values
from brochure.content.yaml_values import read_values
from brochure.diagnostics import Diagnostic, Problems, Span


def read_yaml(file: str, data: bytes, wanted: Collection[str]) -> Table:
    """The rows of a YAML file."""
    values = read_values(file, data)
    if values.findings:
        raise Problems(values.findings)
    if not isinstance(values.tree, list) or not values.tree:
        raise Problems([Diagnostic.of("records/yaml-list", values.place(()))])
    columns = tuple(wanted)
    findings: list[Diagnostic] = []
    kept: list[int] = []
    for number, item in enumerate(values.tree):
        if not isinstance(item, dict):
            findings.append(Diagnostic.of("records/yaml-keys", values.place((number,))))
            continue
        unknown = [key for key in item if key not in columns]
        findings += [unknown_key(values, (number, key), columns) for key in unknown]
        kept.append(number)
    rows = [[_cell(values, number, name) for name in columns] for number in kept]

    def place(row: int, column: int | None) -> Place:
        path = (kept[row],) if column is None else (kept[row], columns[column])
        return Place(values.place(path))

    return Table(file, columns, rows, place, Span(file, 1, 1), tuple(findings))


def _cell(values: Values, number: int, name: str) -> Cell | Any:
    """A number keeps its spelling; lists and mappings stay as they are, no type takes them."""
    value = values.tree[number].get(name)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Digits(values.written((number, name)).strip())
    return value
