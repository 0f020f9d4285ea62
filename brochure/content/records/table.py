"""Rows of a data file as they stand there, whatever kind of file it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from brochure.diagnostics import Diagnostic, Span


class Digits(str):
    """A number as JSON, YAML or a spreadsheet writes it, whatever the language: `12.5`."""

    __slots__ = ()


Cell = str | Digits | bool | date | None


class Place(NamedTuple):
    """Where a cell stands; `cell` names it where the file has no lines: `Tabelle1!B7`."""

    span: Span
    cell: str = ""


@dataclass(frozen=True)
class Table:
    """The rows of a data file.

    `place` gives the place of a row, or of one of its cells, and works only when it is asked;
    `findings` tell of rows that could not be read and are left out.
    """

    file: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]] = field(repr=False)
    place: Callable[[int, int | None], Place] = field(repr=False)
    heading: Span
    """Where the headings of the columns stand."""
    findings: tuple[Diagnostic, ...] = ()
