"""The settings of data merge: fields that fit their types, a key, expressions with a meaning."""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any, get_args

from brochure.content.problems import quoted
from brochure.content.rules.known import Known
from brochure.content.shape import Item
from brochure.diagnostics import Diagnostic
from brochure.document.data import Field, FieldType
from brochure.document.walk import KeyPath

FIELD_NAME = re.compile(r"[^\W\d]\w*")
KINDS = (".csv", ".yaml", ".yml", ".json", ".xlsx", ".parquet")
KEY_TYPES = ("text", "integer", "choice")
DATE_FORMAT = re.compile(r"(?=.*D)(?=.*M)(?=.*Y)(DD?|MM?|YYYY|[ ./-])+")
ONLY_FOR = {"currency": "money", "values": "choice", "folder": "picture", "format": "date"}
"""Keys of a field that only one type has a use for."""
NEEDED = ("currency", "values")
"""Those that their type cannot do without."""


def data_rule(known: Known, data: Item) -> Iterator[Diagnostic]:
    """File, key, and the names of the fields."""
    value, values = data.value, known.values
    file, fields, key = value.get("file"), value.get("fields"), value.get("key")
    if isinstance(file, str) and not _is_inside(file, KINDS):
        kinds = ", ".join(KINDS)
        yield Diagnostic.of("records/file-kind", values.place((*data.path, "file")), kinds=kinds)
    yield from _numbers(known, value.get("numbers"), (*data.path, "numbers"))
    if not isinstance(fields, dict):
        return
    if not fields:
        span = values.place((*data.path, "fields"))
        yield Diagnostic.of("content/empty-list", span, key="fields")
    yield from _names(known, fields, (*data.path, "fields"))
    if isinstance(key, str):
        yield from _key(known, fields, key, (*data.path, "key"))
    yield from _expressions(known, data)


def field_rule(known: Known, field: Item) -> Iterator[Diagnostic]:
    """What a type needs, and what it has no use for."""
    value, values, path = field.value, known.values, field.path
    type_ = value.get("type")
    if type_ not in get_args(FieldType):
        return  # told by its type
    for key, wanted in ONLY_FOR.items():
        if key in value and type_ != wanted:
            span = values.keys.get((*path, key), values.place(path))
            yield Diagnostic.of("records/key-for-type", span, key=key, type=type_, wanted=wanted)
    for key in NEEDED:
        if ONLY_FOR[key] == type_ and not value.get(key):
            span = values.place(path)
            yield Diagnostic.of("records/type-needs", span, type=type_, key=key)
    yield from _forms(known, value, path)


def _forms(known: Known, value: dict[str, Any], path: KeyPath) -> Iterator[Diagnostic]:
    """The form of what a field says beside its type."""
    currency, folder, format_ = (value.get(key) for key in ("currency", "folder", "format"))
    if isinstance(currency, str):
        from brochure.merge.formats import is_currency

        if not is_currency(currency):
            span = known.values.place((*path, "currency"))
            yield Diagnostic.of("records/currency", span, currency=currency)
    if isinstance(folder, str) and not _is_for_pictures(folder):
        yield Diagnostic.of("records/folder", known.values.place((*path, "folder")), folder=folder)
    if isinstance(format_, str) and not DATE_FORMAT.fullmatch(format_):
        span = known.values.place((*path, "format"))
        yield Diagnostic.of("records/date-format", span, format=format_)


def _is_inside(file: str, kinds: tuple[str, ...]) -> bool:
    """Whether a file lies below the publication's folder, by its name alone."""
    path = PurePosixPath(file)
    inside = not path.is_absolute() and ".." not in path.parts and "\\" not in file and path.parts
    return bool(inside) and (not kinds or path.suffix.lower() in kinds)


def _is_for_pictures(folder: str) -> bool:
    """Templates look for pictures below this folder."""
    return _is_inside(folder, ()) and PurePosixPath(folder).parts[0] == "pictures"


def _names(known: Known, fields: dict[str, Any], path: KeyPath) -> Iterator[Diagnostic]:
    from brochure.merge.syntax import WORDS

    for name in fields:
        if not FIELD_NAME.fullmatch(name) or name in WORDS:
            yield Diagnostic.of(
                "records/field-name", known.values.keys.get((*path, name)), name=name
            )


def _numbers(known: Known, language: object, path: KeyPath) -> Iterator[Diagnostic]:
    from brochure.merge.formats import is_language

    if isinstance(language, str) and not is_language(language):
        yield Diagnostic.of("records/numbers", known.values.place(path), language=language)


def _key(known: Known, fields: dict[str, Any], key: str, path: KeyPath) -> Iterator[Diagnostic]:
    span, field = known.values.place(path), fields.get(key)
    if field is None:
        near = quoted(get_close_matches(key, fields, 1) or list(fields)[:8])
        yield Diagnostic.of("records/key-unknown", span, key=key, near=near)
    elif field.get("optional") is True or field.get("type") not in KEY_TYPES:
        types = ", ".join(KEY_TYPES)
        yield Diagnostic.of("records/key-form", span, key=key, types=types)


def _expressions(known: Known, data: Item) -> Iterator[Diagnostic]:
    """`where` and `file_name`, once the fields can be read."""
    from brochure.content.model import validate
    from brochure.merge.expression import Fault
    from brochure.merge.file_names import NAMES
    from brochure.merge.meaning import Scope
    from brochure.merge.text import plain
    from brochure.merge.variant import read_condition

    read = {name: validate(Field, field)[0] for name, field in data.value["fields"].items()}
    fields = {name: field for name, field in read.items() if field is not None}
    if len(fields) < len(read):
        return
    judged: dict[str, Callable[[str], object]] = {
        "where": lambda text: read_condition(text, Scope(fields, "en")),
        "file_name": lambda text: plain(text, Scope(fields, "en", NAMES)),
    }
    for key, judge in judged.items():
        if isinstance(text := data.value.get(key), str):
            try:
                judge(text)
            except Fault as fault:
                path = (*data.path, key)
                span = known.values.letter(path, text, fault.at)
                yield fault.finding(span)
