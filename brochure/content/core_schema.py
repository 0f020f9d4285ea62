"""The classes of `brochure.document` → what pydantic's core validates by.

The core does the reading; what pydantic itself would add is to work out this description, in 0.2 s
of a build of 2.4 s (measured, `make bench`): its import, and a general way for every type there is.
Our classes have few types. A test compares the description with pydantic's own.
"""

from collections.abc import Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import MinLen, Predicate
from pydantic_core import PydanticCustomError

Schema = dict[str, Any]


def core_schema(hint: Any) -> Schema:
    """The description of a class of the model, or of the type of one of its fields."""
    kind, parts = get_origin(hint), get_args(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _dataclass(hint)
    if kind is Annotated:
        return _text(parts[1:])
    if kind is Literal:
        return {"type": "literal", "expected": list(parts)}
    if kind is tuple:
        items = [core_schema(parts[0])]
        return {"type": "tuple", "items_schema": items, "variadic_item_index": 0}
    if kind is dict:
        return {
            "type": "dict",
            "keys_schema": core_schema(parts[0]),
            "values_schema": core_schema(parts[1]),
        }
    if kind in (Union, UnionType):
        return _union(parts)
    return {"type": {str: "str", int: "int", float: "float", bool: "bool"}[hint]}


def _dataclass(model: type) -> Schema:
    hints = get_type_hints(model, include_extras=True)
    arguments = [_field(field, hints[field.name]) for field in fields(model)]
    return {
        "type": "dataclass",
        "cls": model,
        "fields": [field.name for field in fields(model)],
        "schema": {
            "type": "dataclass-args",
            "dataclass_name": model.__name__,
            "fields": arguments,
            "collect_init_only": False,
        },
        "config": {"title": model.__name__, "extra_fields_behavior": "forbid"},
        "frozen": False,
        "post_init": False,
        "slots": False,
    }


def _field(field: "Field[Any]", hint: Any) -> Schema:
    schema = core_schema(hint)
    if field.default is not MISSING:
        schema = {"type": "default", "schema": schema, "default": field.default}
    return {"type": "dataclass-field", "name": field.name, "schema": schema, "init": True}


def _text(marks: Sequence[Any]) -> Schema:
    """Text with its limits; the other marks say whom it is for."""
    schema: Schema = {"type": "str"}
    for mark in marks:
        if isinstance(mark, MinLen):
            schema["min_length"] = mark.min_length
        elif isinstance(mark, Predicate):
            function = {"type": "no-info", "function": _Satisfied(mark)}
            schema = {"type": "function-after", "function": function, "schema": schema}
    return schema


def _union(parts: Sequence[Any]) -> Schema:
    choices = [core_schema(part) for part in parts if part is not NoneType]
    schema = choices[0] if len(choices) == 1 else {"type": "union", "choices": choices}
    return {"type": "nullable", "schema": schema} if NoneType in parts else schema


class _Satisfied:
    """Refuses a value that does not satisfy a predicate, as pydantic does."""

    def __init__(self, predicate: "Predicate") -> None:
        self.predicate = predicate.func

    def __call__(self, value: Any) -> Any:
        if not self.predicate(value):
            name = self.predicate.__qualname__
            raise PydanticCustomError("predicate_failed", f"Predicate '{name}' failed")
        return value
