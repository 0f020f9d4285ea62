"""Data merge: what a publication says of its records, and one record as it was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from brochure.document.blocks import STRICT

FieldType = Literal[
    "text",
    "integer",
    "decimal",
    "money",
    "date",
    "boolean",
    "choice",
    "picture",
    "url",
    "email",
]
Encoding = Literal["utf-8", "utf-16", "windows-1252", "iso-8859-1", "iso-8859-15"]
Separator = Literal[";", ",", "\t"]
Value = str | int | Decimal | date | bool | None
"""A value of a record; `None` where the record has none. Amounts of money are decimals."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of a record; the type alone is a short form: `quartier: text`."""

    __pydantic_config__ = STRICT
    type: FieldType
    optional: bool = False
    """Whether a record may have no value here."""
    column: str | None = None
    """Heading of its column, where that is not the name of the field."""
    currency: str | None = None
    """Of an amount of money, by ISO 4217: EUR."""
    values: tuple[str, ...] = ()
    """What can be chosen."""
    folder: str = "pictures"
    """Where its pictures lie, below the publication's folder."""
    format: str | None = None
    """How dates are written, if not YYYY-MM-DD: DD.MM.YYYY."""


@dataclass(frozen=True, kw_only=True)
class Data:
    """The records of a publication: each of them makes an edition of its own."""

    __pydantic_config__ = STRICT
    file: str
    """Below the publication's folder: CSV, YAML, JSON, XLSX or Parquet."""
    fields: dict[str, Field]
    """Name and type of each field that is used."""
    key: str
    """The field that names a record; each value stands only once."""
    where: str | None = None
    """Which records are made: `record.einwohner > 1000`."""
    file_name: str | None = None
    """The name of a record's files, if not the format and the key."""
    separator: Separator | None = None
    """What stands between the cells of CSV; found by itself otherwise."""
    encoding: Encoding = "utf-8"
    """How CSV or JSON was saved."""
    sheet: str | None = None
    """Which sheet of XLSX; the first one otherwise."""
    numbers: str | None = None
    """The language whose numbers stand in text: 1.234,5 in `de`; the first of the publication."""


@dataclass(frozen=True)
class Record:
    """One record, checked: its place in the file, its name, a value for each field."""

    number: int
    key: str
    values: Mapping[str, Value] = field(repr=False)
