"""The JSON Schema of the two kinds of file, for completion and marks in an editor."""

from typing import Any, Literal

from brochure.content.model import adapter
from brochure.content.rules.lists import ROWS_AND_ITEMS
from brochure.content.rules.settings import NAME, NAMES, RANGES
from brochure.document.document import Document, Publication
from brochure.document.text import ID_PATTERN

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: Literal["publication", "document"]) -> dict[str, Any]:
    """The JSON Schema of `publication.yaml` or of a language's file."""
    model = Publication if kind == "publication" else Document
    schema = adapter(model).json_schema()
    classes = {model.__name__: schema, **schema.get("$defs", {})}
    for definition in classes.values():
        for name, value in definition.get("properties", {}).items():
            _refine(name, value)
    _add_rules(classes)
    return {"$schema": DIALECT, **schema}


def _refine(name: str, value: dict[str, Any]) -> None:
    """Say of one key what the rules say of it and pydantic's types do not."""
    value.pop("title", None)  # pydantic's title only repeats the key
    for part in (value, *value.get("anyOf", ()), value.get("items", {})):
        if part.get("type") == "string" and "minLength" in part:
            part["pattern"] = r"\S"
        elif part.get("type") == "string":
            part["type"] = ["string", "number"]  # kept as written: `postal_code: 44777`
    if name == "id":
        value.update(type="string", pattern=ID_PATTERN)


def _add_rules(classes: dict[str, Any]) -> None:
    for model, key in ROWS_AND_ITEMS:
        if model.__name__ in classes:
            classes[model.__name__]["properties"][key]["minItems"] = 1
    for model, key, low, high in RANGES:
        if model.__name__ in classes:
            classes[model.__name__]["properties"][key].update(minimum=low, maximum=high)
    for model, key in NAMES:
        if model.__name__ in classes:
            value = classes[model.__name__]["properties"][key]
            value.get("items", value)["pattern"] = f"^{NAME.pattern}$"
