"""Visit or change every text of a document, knowing its kind and its key path."""

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from brochure.diagnostics import Span

KeyPath = tuple[str | int, ...]
Model = TypeVar("Model")


def texts(model: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str, str]]:
    """Every text for readers in reading order: key path, kind (`prose`, `markdown`), value."""
    for name, kind in _fields(type(model)):  # type: ignore[arg-type]  # a class is hashable
        yield from _texts_in(getattr(model, name), kind, (*path, name))


def placed_texts(
    model: object, places: Mapping[KeyPath, Span]
) -> Iterator[tuple[str, Span | None]]:
    """Every text for readers with the place where it was written."""
    return ((text, places.get(path)) for path, _, text in texts(model))


def map_texts(model: Model, change: Callable[[str, str], str]) -> Model:
    """A copy whose texts went through `change(text, kind)`; everything else stays."""
    changed = {
        name: _mapped(getattr(model, name), kind, change)
        for name, kind in _fields(type(model))  # type: ignore[arg-type]  # a class is hashable
    }
    return replace(model, **changed)  # type: ignore[type-var]


def _texts_in(value: object, kind: str | None, path: KeyPath) -> Iterator[tuple[KeyPath, str, str]]:
    if isinstance(value, str) and kind:
        yield path, kind, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts_in(item, kind, (*path, index))
    elif is_dataclass(value):
        yield from texts(value, path)


def _mapped(value: Any, kind: str | None, change: Callable[[str, str], str]) -> Any:
    if isinstance(value, str) and kind:
        return change(value, kind)
    if isinstance(value, tuple):
        return tuple(_mapped(item, kind, change) for item in value)
    return map_texts(value, change) if is_dataclass(value) else value


@cache
def _fields(model: type) -> tuple[tuple[str, str | None], ...]:
    """Names of a dataclass's fields with the kind of text they hold."""
    hints = get_type_hints(model, include_extras=True)
    return tuple((field.name, _kind(hints[field.name])) for field in fields(model))


def _kind(hint: Any) -> str | None:
    if get_origin(hint) is Annotated:
        return next((item for item in hint.__metadata__ if item in ("prose", "markdown")), None)
    if get_origin(hint) in (Union, types.UnionType, tuple):
        return next((kind for item in get_args(hint) if (kind := _kind(item))), None)
    return None
