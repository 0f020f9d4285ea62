"""Pydantic's errors → findings in the words of somebody who writes a brochure."""

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from brochure.content.shape import keys_of
from brochure.content.values import Values
from brochure.diagnostics import Diagnostic
from brochure.document import blocks, data, document, printing
from brochure.document.walk import KeyPath

CODES = {
    "string_too_short": "content/empty-text",
    "predicate_failed": "content/empty-text",
    "tuple_type": "content/not-a-list",
    "dataclass_type": "content/not-keys",
    "bool_type": "content/not-true-or-false",
    "int_type": "content/not-a-whole-number",
    "int_from_float": "content/not-a-whole-number",
    "float_type": "content/not-a-number",
    "literal_error": "content/not-one-of",
}
MODELS = {
    name: model
    for module in (blocks, data, document, printing)
    for name, model in vars(module).items()
    if isinstance(model, type) and is_dataclass(model)
}


def findings(
    values: Values, errors: Iterable[ErrorDetails], models: Mapping[KeyPath, type]
) -> list[Diagnostic]:
    """A finding for each error; `models` says which class stands at which key path.

    A key that is missing because it is misspelled is told once.
    """
    told = [(error, _finding(values, error, models)) for error in errors]
    misspelled = {
        (*error["loc"][:-1], dict(finding.values)["near"])
        for error, finding in told
        if finding.code == "content/misspelled-key"
    }
    return [finding for error, finding in told if error["loc"] not in misspelled]


def unknown_key(values: Values, path: KeyPath, known: Iterable[str]) -> Diagnostic:
    """A key that is not in the model, with the nearest one that is."""
    key, span, known = str(path[-1]), values.keys.get(path), tuple(known)
    if near := get_close_matches(key.lower(), known, 1):
        return Diagnostic.of("content/misspelled-key", span, key=key, near=near[0])
    return Diagnostic.of("content/unknown-key", span, key=key, known=quoted(known))


def missing_key(values: Values, path: KeyPath) -> Diagnostic:
    """A key that must be there, told at the thing it is missing from."""
    span = values.place(path[:-1])
    return Diagnostic.of("content/missing-key", span, key=path[-1], parent=label(path[:-1]))


def label(path: KeyPath) -> str:
    """What a person calls the value at a key path: its key, and which entry of a list."""
    keys = [index for index, step in enumerate(path) if isinstance(step, str)]
    if not keys:
        return ""
    entry = "".join(f" #{int(step) + 1}" for step in path[keys[-1] + 1 :])
    return f"{path[keys[-1]]}{entry}"


def quoted(names: Iterable[str]) -> str:
    """Names in quotation marks, with commas."""
    return ", ".join(f'"{name}"' for name in names)


def shortened(text: str, length: int) -> str:
    """A text cut to a length."""
    return text if len(text) <= length else f"{text[: length - 2].rstrip()} …"


def _finding(values: Values, error: ErrorDetails, models: Mapping[KeyPath, type]) -> Diagnostic:
    path = error["loc"]
    if error["type"] == "unexpected_keyword_argument":
        return unknown_key(values, path, keys_of(models[path[:-1]]))
    if error["type"] == "missing":
        return missing_key(values, path)
    return Diagnostic.of(
        _code(error["type"], error["input"]),
        values.place(path),
        key=label(path),
        written=_written(values, path),
        known=_keys_named(error),
        expected=_expected(error),
        message=error["msg"],
    )


def _code(kind: str, value: Any) -> str:
    if kind == "string_type" and isinstance(value, (bool, int, float)):
        return "content/needs-quotes"
    if kind == "string_type":
        return "content/empty-text" if value is None else "content/not-a-text"
    if value is None:
        return "content/missing-value"
    return CODES.get(kind, "content/wrong-type")


def _written(values: Values, path: KeyPath) -> str:
    """What stands there, cut after the first words."""
    first, *more = values.written(path).strip().splitlines() or [""]
    return shortened(f"{first} …" if more else first, 40)


def _expected(error: ErrorDetails) -> str:
    """The values that a key may have; pydantic's `3 or 4` is English."""
    expected = str(error.get("ctx", {}).get("expected", ""))
    return expected.replace(" or ", ", ").replace("'", '"')


def _keys_named(error: ErrorDetails) -> str:
    """The keys that a class expects, where pydantic names the class."""
    model = MODELS.get(str(error.get("ctx", {}).get("class_name")))
    return quoted(keys_of(model)) if model else ""
