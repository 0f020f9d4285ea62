"""Values of a PDF read back from bytes, as `syntax.py` and the engine write them.

Numbers, names, strings and references stay the bytes that they are, so that what is not looked at
is written again as it was.
"""

import re
from collections.abc import Iterator
from typing import cast

from brochure.pdf.syntax import array, dictionary

Value = bytes | list["Value"] | dict[str, "Value"]
Dictionary = dict[str, Value]

TOKEN = re.compile(
    rb"<<|>>|\[|\]"
    rb"|\0[^\0]+\0"  # a reference by name
    rb"|/[^\s()<>\[\]{}/%\0]*"
    rb"|\((?:[^()\\]|\\.)*+\)|<[0-9a-fA-F\s]*+>"
    rb"|[^\s()<>\[\]{}/%\0]++",
    re.DOTALL,
)


def parsed(text: bytes) -> Value:
    """The first value of a text."""
    tokens = iter(TOKEN.findall(text))
    return _value(next(tokens), tokens)


def parsed_dictionary(text: bytes) -> Dictionary:
    """The dictionary that a text is."""
    return as_dictionary(parsed(text))


def as_dictionary(value: Value | None) -> Dictionary:
    """A value that must be a dictionary, or is not there."""
    return cast(Dictionary, value) if value is not None else {}


def as_list(value: Value) -> list[Value]:
    """A value that must be an array."""
    return cast(list[Value], value)


def floats(value: Value) -> tuple[float, ...]:
    """The numbers of an array."""
    return tuple(float(cast(bytes, item)) for item in as_list(value))


def written(value: Value) -> bytes:
    """The value as bytes."""
    if isinstance(value, dict):
        return dictionary({key: written(inner) for key, inner in value.items()})
    if isinstance(value, list):
        return array(map(written, value))
    return value


def named(value: Value | None) -> str | None:
    """The name of the object that a value refers to."""
    if isinstance(value, bytes) and value.startswith(b"\0"):
        return value.strip(b"\0").decode()
    return None


def _value(token: bytes, tokens: Iterator[bytes]) -> Value:
    """The value that begins with a token."""
    if token == b"<<":
        return dict(_entries(tokens))
    if token == b"[":
        return list(_items(tokens))
    return token


def _items(tokens: Iterator[bytes]) -> Iterator[Value]:
    while (token := next(tokens)) != b"]":
        yield _value(token, tokens)


def _entries(tokens: Iterator[bytes]) -> Iterator[tuple[str, Value]]:
    while (token := next(tokens)) != b">>":
        yield token[1:].decode(), _value(next(tokens), tokens)
