"""Plain values → the frozen classes of `brochure.document`, by pydantic's core; its errors.

Values go through JSON because pydantic is strict there about scalars (`yes` is no truth value)
without asking for tuples where YAML has lists.
"""

import json
from functools import cache
from typing import Any, TypeVar

from pydantic_core import ErrorDetails, SchemaValidator, ValidationError

from brochure.content.core_schema import core_schema
from brochure.content.shape import kinds_in
from brochure.document.blocks import BLOCK_TYPES
from brochure.document.walk import KeyPath

Model = TypeVar("Model")

KIND_OF_CLASS = {model.__name__: kind for kind, model in BLOCK_TYPES.items()}


@cache
def reader(model: type[Any]) -> SchemaValidator:
    """The reader of a class; made once, since making it takes longer than reading."""
    return SchemaValidator(core_schema(model))


def validate(model: type[Model], tree: Any) -> tuple[Model | None, list[ErrorDetails]]:
    """The typed value, or every error with its key path as `loc`."""
    try:
        read = reader(model)  # type: ignore[arg-type]  # mypy: classes are hashable
        return read.validate_json(json.dumps(tree), strict=True), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return None, [{**item, "loc": path} for item in errors if (path := _meant(item, tree))]


def _meant(error: ErrorDetails, tree: Any) -> KeyPath | None:
    """The key path of an error; nothing for what a kind of block says that was not meant.

    Pydantic tries every kind of block and puts the name of its class into the path.
    """
    path: KeyPath = ()
    value = tree
    for step in error["loc"]:
        if step in KIND_OF_CLASS and len(path) > 1 and path[-2] == "blocks":
            if kinds_in(value) != (KIND_OF_CLASS[str(step)],):
                return None
            continue
        path = (*path, step)
        value = _step(value, step)
    return path


def _step(value: Any, step: str | int) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None
