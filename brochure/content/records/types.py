"""Cells → values: one reader a type. Nothing is guessed; the schema says what a cell must be."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from itertools import count
from typing import Any
from unicodedata import normalize

from brochure.catalog.records import limits, truth_words
from brochure.content.problems import quoted, shortened
from brochure.content.records.table import Digits
from brochure.content.rules.texts import BIDI_OVERRIDE, MAX_MARKS, piled
from brochure.content.yaml_source import CONTROL, name_of
from brochure.diagnostics import Diagnostic, Span
from brochure.document.data import Field, Value
from brochure.document.markdown import link_is_allowed
from brochure.merge.formats import marks, symbol

Read = Callable[[Any], Value]

LAST_WITHOUT_MARKS = "\u02ff"  # what combines begins behind it; most texts of Europe end before
PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
EMAIL = re.compile(r"[^\s@<>()\[\]\\,;:\"]+@[^\s@<>()\[\]\\,;:\"]+\.[^\W\d_]{2,}")
PARTS = {"YYYY": r"(?P<y>\d{4})", "MM": r"(?P<m>\d{2})", "M": r"(?P<m>\d{1,2})"}
PARTS |= {"DD": r"(?P<d>\d{2})", "D": r"(?P<d>\d{1,2})"}


class Wrong(Exception):  # noqa: N818 - it tells what is wrong with somebody's cell
    """What is wrong with a cell: the code of its finding, and the values of its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code, self.values = f"records/{code}", values

    def finding(self, span: Span, record: str, name: str) -> Diagnostic:
        """The finding that tells it of a field of a record."""
        values = {"record": record, "name": name, **self.values}
        filled = tuple((key, str(value)) for key, value in values.items())
        return Diagnostic(self.code, span, values=filled)


@dataclass(frozen=True)
class Reading:
    """What readers need beside the field: the language of numbers, the pictures that are there."""

    language: str
    pictures: Mapping[str, frozenset[str]]
    """Folder → names of its files."""


def reader_of(field: Field, reading: Reading) -> Read:
    """The reader of a field's cells: a value, `None` for an empty cell, or `Wrong`."""
    typed = READERS[field.type](field, reading)
    optional, longest = field.optional, limits().cell_letters

    def read(cell: Any) -> Value:
        if isinstance(cell, str):
            if len(cell) > longest:
                raise Wrong("too-long", limit=longest)
            cell = cell.strip() if type(cell) is str else cell
        if cell is None or cell == "":
            if optional:
                return None
            raise Wrong("missing")
        return typed(cell)

    return read


def _text_of(cell: Any) -> str:
    """The words of a cell with single blanks; signs that harm are refused."""
    if not isinstance(cell, str):
        raise Wrong("not-a-text", cell=_said(cell))
    if cell.isascii() and cell.isprintable() and "  " not in cell:
        return str(cell)
    text = normalize("NFC", " ".join(cell.split()))
    if found := CONTROL.search(text) or BIDI_OVERRIDE.search(text):
        raise Wrong("sign", character=name_of(found[0]))
    if max(text, default="") > LAST_WITHOUT_MARKS and piled(text):
        raise Wrong("marks", limit=MAX_MARKS)
    if not text:
        raise Wrong("missing")
    return text


def _text(field: Field, reading: Reading) -> Read:
    return _text_of


def _integer(field: Field, reading: Reading) -> Read:
    number = _number_reader(reading.language)

    def read(cell: Any) -> int:
        found = number(cell, "integer")
        if found != found.to_integral_value():
            raise Wrong("not-whole", cell=_said(cell))
        return int(found)

    return read


def _decimal(field: Field, reading: Reading) -> Read:
    number = _number_reader(reading.language)
    return lambda cell: number(cell, "decimal")


def _money(field: Field, reading: Reading) -> Read:
    number, currency = _number_reader(reading.language), field.currency or ""
    signs = {currency, symbol(currency, reading.language)}

    def read(cell: Any) -> Decimal:
        if type(cell) is str:
            for sign in signs:
                cell = cell.removeprefix(sign).removesuffix(sign).strip()
        return number(cell, "money")

    return read


def _number_reader(language: str) -> Callable[[Any, str], Decimal]:
    """Numbers in text as people of a language write them; those of JSON and the like as there."""
    mark, group = marks(language)
    groups = f"[{re.escape(group)} \u00a0\u202f]" if group.isspace() else re.escape(group)
    written = re.compile(
        rf"([-\u2212]?)([1-9]\d{{0,2}}(?:{groups}\d{{3}})+|\d+)(?:{re.escape(mark)}(\d+))?"
    )
    example = f"1234{mark}5"

    def read(cell: Any, type_: str) -> Decimal:
        if isinstance(cell, Digits) and PLAIN_NUMBER.fullmatch(cell):
            whole, _, part = cell.removeprefix("-").partition(".")
            sign = "-" if cell.startswith("-") else ""
        elif type(cell) is str and (found := written.fullmatch(cell)):
            sign, whole, part = "-" if found[1] else "", re.sub(r"\D", "", found[2]), found[3] or ""
        else:
            raise Wrong("not-a-number", cell=_said(cell), type=type_, example=example)
        if len(whole) + len(part) > limits().digits:
            raise Wrong("too-many-digits", limit=limits().digits)
        return Decimal(f"{sign}{whole}.{part}" if part else f"{sign}{whole}")

    return read


def _date(field: Field, reading: Reading) -> Read:
    form = field.format or "YYYY-MM-DD"
    pattern = re.compile(re.sub("YYYY|MM?|DD?|[.]", lambda it: PARTS.get(it[0], r"\."), form))

    def read(cell: Any) -> date:
        if isinstance(cell, date):
            return cell
        found = pattern.fullmatch(cell) if isinstance(cell, str) else None
        try:
            if found:
                return date(int(found["y"]), int(found["m"]), int(found["d"]))
        except ValueError:
            raise Wrong("no-such-day", cell=_said(cell)) from None
        raise Wrong("not-a-date", cell=_said(cell), format=form)

    return read


def _boolean(field: Field, reading: Reading) -> Read:
    words = truth_words()

    def read(cell: Any) -> bool:
        found = cell if isinstance(cell, bool) else words.get(str(cell).casefold())
        if found is None:
            raise Wrong("not-yes-or-no", cell=_said(cell))
        return found

    return read


def _choice(field: Field, reading: Reading) -> Read:
    known = {normalize("NFC", value): value for value in field.values}

    def read(cell: Any) -> str:
        text = _text_of(cell)
        if text not in known:
            near = quoted(get_close_matches(text, known, 1) or list(known)[:8])
            raise Wrong("not-a-choice", cell=_said(cell), near=near)
        return known[text]

    return read


def _picture(field: Field, reading: Reading) -> Read:
    folder = field.folder.strip("/")
    there = reading.pictures.get(folder, frozenset())
    names = {normalize("NFC", name): name for name in there}
    prefix = folder.removeprefix("pictures").strip("/")
    shown = count()

    def read(cell: Any) -> str:
        name = _text_of(cell)
        if name not in names:
            # Ten thousand names that are compared with as many would take an hour.
            few = next(shown) < limits().most_told
            near = quoted(_near_files(name, names)) or "–" if few else "…"
            raise Wrong("picture-missing", cell=_said(cell), folder=folder, near=near)
        return f"{prefix}/{names[name]}" if prefix else names[name]

    return read


def _near_files(name: str, names: Collection[str]) -> list[str]:
    """Names that differ in capitals only, or a little."""
    same = [known for known in names if known.lower() == name.lower()]
    return same or get_close_matches(name, names, 3)


def _url(field: Field, reading: Reading) -> Read:
    def read(cell: Any) -> str:
        text = _text_of(cell)
        if " " in text or text.startswith("#") or not link_is_allowed(text):
            raise Wrong("not-an-address", cell=_said(cell))
        return text

    return read


def _email(field: Field, reading: Reading) -> Read:
    def read(cell: Any) -> str:
        text = _text_of(cell)
        if not EMAIL.fullmatch(text):
            raise Wrong("not-an-email", cell=_said(cell))
        return text

    return read


READERS: dict[str, Callable[[Field, Reading], Read]] = {
    "text": _text,
    "integer": _integer,
    "decimal": _decimal,
    "money": _money,
    "date": _date,
    "boolean": _boolean,
    "choice": _choice,
    "picture": _picture,
    "url": _url,
    "email": _email,
}


def _said(cell: Any) -> str:
    if isinstance(cell, (list, dict)):
        return "[…]" if isinstance(cell, list) else "{…}"
    return shortened(str(cell), 40)
