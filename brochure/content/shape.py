"""Plain values seen as what the model says they are, as far as they fit.

The rules look at values here and not at the finished document, so that a wrong type in one place
does not hide a missing alternative text in another.
"""

import types
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from brochure.document.blocks import BLOCK_TYPES, Block
from brochure.document.walk import KeyPath

CONDITION = "show_if"
"""The key that says for which records something is shown."""


@dataclass(frozen=True)
class Item:
    """A value that fits a class of the model: a mapping such as a figure or a section."""

    path: KeyPath
    model: type
    value: dict[str, Any]


@dataclass(frozen=True)
class Leaf:
    """A single value; `kind` is `prose`, `markdown`, `plain` (text as written) or `other`."""

    path: KeyPath
    kind: str
    value: Any


@dataclass(frozen=True)
class UnclearBlock:
    """A block that says none or more than one of the kinds there are."""

    path: KeyPath
    value: Any
    kinds: tuple[str, ...]


Place = Item | Leaf | UnclearBlock


def places(hint: Any, value: Any, path: KeyPath = ()) -> Iterator[Place]:
    """Everything in plain values whose meaning is clear, in reading order."""
    if hint == Block:
        yield from _block(value, path)
    elif _is_optional(hint):
        if value is not None:
            yield from places(_inner(hint), value, path)
    elif get_origin(hint) is tuple:
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield from places(get_args(hint)[0], item, (*path, index))
    elif get_origin(hint) is dict:
        for key, item in value.items() if isinstance(value, dict) else ():
            yield from places(get_args(hint)[1], item, (*path, key))
    elif is_dataclass(hint) and isinstance(hint, type):
        yield from _item(hint, value, path)
    else:
        yield Leaf(path, _kind(hint), value)


def keys_of(model: type) -> tuple[str, ...]:
    """The keys that may stand in a class of the model, its own ones first."""
    names = [field.name for field in fields(model)]
    return tuple(sorted(names, key=lambda name: name not in vars(model)["__annotations__"]))


def kinds_in(value: Any) -> tuple[str, ...]:
    """The keys of a block that name its kind, in the order in which they stand."""
    return tuple(key for key in value if key in BLOCK_TYPES) if isinstance(value, dict) else ()


def _block(value: Any, path: KeyPath) -> Iterator[Place]:
    kinds = kinds_in(value)
    if len(kinds) == 1:
        yield from places(BLOCK_TYPES[kinds[0]], value, path)
    else:
        yield UnclearBlock(path, value, kinds)


def _item(model: type, value: Any, path: KeyPath) -> Iterator[Place]:
    if not isinstance(value, dict):
        return
    yield Item(path, model, value)
    hints = _hints(model)
    for key, inner in value.items():
        if key in hints:
            yield from places(hints[key], inner, (*path, key))


@cache
def _hints(model: type) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


def _is_optional(hint: Any) -> bool:
    return get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint)


def _inner(hint: Any) -> Any:
    return next(item for item in get_args(hint) if item is not type(None))


def _kind(hint: Any) -> str:
    if hint is str:
        return "plain"
    marks = hint.__metadata__ if get_origin(hint) is Annotated else ()
    return next((mark for mark in marks if mark in ("prose", "markdown")), "other")
