"""Frozen dataclasses as plain bytes and back: JSON, and behind it the bytes that JSON can't hold.

No pickle: what is read back can be nothing but values of the types asked for. How a type is written
is worked out once from its annotations.
"""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Blobs = list[bytes]
Encode = Callable[[Any, Blobs], Any]
Decode = Callable[[Any, Blobs], Any]
_codecs: dict[Any, tuple[Encode, Decode]] = {}


def to_bytes(value: Any) -> bytes:
    """A value of a dataclass as bytes."""
    blobs: Blobs = []
    plain = _codec(type(value))[0](value, blobs)
    head = json.dumps([plain, [len(blob) for blob in blobs]], separators=(",", ":")).encode()
    return b"%d\n%b%b" % (len(head), head, b"".join(blobs))


def from_bytes(kind: type[T], data: bytes) -> T:
    """A value of that dataclass; `ValueError` where the bytes are none."""
    try:
        length, rest = data.split(b"\n", 1)
        plain, lengths = json.loads(rest[: int(length)])
        blobs, at = [], int(length)
        for size in lengths:
            blobs.append(rest[at : at + size])
            at += size
        made: T = _codec(kind)[1](plain, blobs)
    except (TypeError, KeyError, IndexError) as error:
        raise ValueError(f"no {kind.__name__}") from error
    return made


def to_plain(value: Any) -> Any:
    """A value of a dataclass that holds no bytes, as JSON can hold it."""
    blobs: Blobs = []
    plain = _codec(type(value))[0](value, blobs)
    assert not blobs, "bytes are no plain values"
    return plain


def from_plain(kind: type[T], plain: Any) -> T:
    """A value of that dataclass; `ValueError` where it is none."""
    try:
        made: T = _codec(kind)[1](plain, [])
    except (TypeError, KeyError, IndexError) as error:
        raise ValueError(f"no {kind.__name__}") from error
    return made


def _codec(kind: Any) -> tuple[Encode, Decode]:
    """How a type is written and read, worked out once."""
    if kind not in _codecs:
        _codecs[kind] = _made(kind)
    return _codecs[kind]


def _made(kind: Any) -> tuple[Encode, Decode]:
    if kind in (str, int, float, bool, NoneType) or get_origin(kind) is Literal:
        return (lambda value, _: value), (lambda plain, _: plain)
    if kind is bytes:
        return _to_blob, lambda plain, blobs: blobs[plain]
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) in (Union, UnionType):
        return _union(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return (lambda value, _: value.value), (lambda plain, _: kind(plain))
    if is_dataclass(kind):
        return _record(kind, tuple(field.name for field in fields(kind)))
    return _record(kind, kind._fields)  # a NamedTuple


def _to_blob(value: bytes, blobs: Blobs) -> int:
    blobs.append(value)
    return len(blobs) - 1


def _record(kind: Any, names: tuple[str, ...]) -> tuple[Encode, Decode]:
    """A record is the list of its values; its kinds are asked for late, as it may hold itself."""

    @cache
    def parts() -> tuple[tuple[str, Encode, Decode], ...]:
        hints = get_type_hints(kind)
        return tuple((name, *_codec(hints[name])) for name in names)

    def encode(value: Any, blobs: Blobs) -> Any:
        return [part(getattr(value, name), blobs) for name, part, _ in parts()]

    def decode(plain: Any, blobs: Blobs) -> Any:
        return kind(*[part(item, blobs) for (_, _, part), item in zip(parts(), plain, strict=True)])

    return encode, decode


def _tuple(kinds: tuple[Any, ...]) -> tuple[Encode, Decode]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        encode, decode = _codec(kinds[0])
        return (
            lambda value, blobs: [encode(item, blobs) for item in value],
            lambda plain, blobs: tuple([decode(item, blobs) for item in plain]),
        )
    codecs = [_codec(kind) for kind in kinds]
    return (
        lambda value, blobs: [c[0](item, blobs) for c, item in zip(codecs, value, strict=True)],
        lambda plain, blobs: tuple(
            [c[1](item, blobs) for c, item in zip(codecs, plain, strict=True)]
        ),
    )


def _union(kinds: tuple[Any, ...]) -> tuple[Encode, Decode]:
    others = [kind for kind in kinds if kind is not NoneType]
    if len(others) == 1:
        encode, decode = _codec(others[0])
        return (
            lambda value, blobs: None if value is None else encode(value, blobs),
            lambda plain, blobs: None if plain is None else decode(plain, blobs),
        )
    if all(map(is_dataclass, others)):
        return _tagged(others)
    # Plain values: what was a tuple is one again.
    return (
        lambda value, _: list(value) if isinstance(value, tuple) else value,
        lambda plain, _: tuple(plain) if isinstance(plain, list) else plain,
    )


def _tagged(kinds: list[Any]) -> tuple[Encode, Decode]:
    """One of several records: which of them, then its values."""
    numbers = {kind: number for number, kind in enumerate(kinds)}

    def encode(value: Any, blobs: Blobs) -> Any:
        return [numbers[type(value)], _codec(type(value))[0](value, blobs)]

    def decode(plain: Any, blobs: Blobs) -> Any:
        number, inner = plain
        return _codec(kinds[number])[1](inner, blobs)

    return encode, decode
