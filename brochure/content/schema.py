"""The JSON Schema of the two kinds of file, for completion and marks in an editor."""

import re
from typing import Any, Literal

from brochure.content.rules.data import KINDS, NEEDED, ONLY_FOR
from brochure.content.rules.lists import NAMED_ONCE, ROWS_AND_ITEMS
from brochure.content.rules.printing import NEEDED as PROFILE_NEEDS
from brochure.content.rules.printing import PROFILE
from brochure.content.rules.settings import DAYS, NAME, NAMES, RANGES
from brochure.document.blocks import Figure, Shown
from brochure.document.data import Data, Field
from brochure.document.document import Document, Publication
from brochure.document.printing import Print
from brochure.document.text import ID_PATTERN

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FIELD_NAME = r"[^\s\d!-/:-@\[-^`{-~][^\s!-/:-@\[-^`{-~]*"
"""Like that of the reader; editors know of letters only those of English."""

ONE_OF_EACH = (("picture", "diagram"), ("alt", "decorative"))
"""Pairs of keys of a figure of which one must be there."""


def json_schema(kind: Literal["publication", "document"]) -> dict[str, Any]:
    """The JSON Schema of `publication.yaml` or of a language's file.

    It accepts what the reader accepts, as far as a schema can say: that an id stands only once or
    that a picture is there is said by the reader alone.
    """
    from pydantic import TypeAdapter  # takes 0.1 s, which no build needs

    model = Publication if kind == "publication" else Document
    schema = TypeAdapter(model).json_schema()
    classes = {model.__name__: schema, **schema.get("$defs", {})}
    inherited = TypeAdapter(Shown).json_schema()["properties"]  # pydantic reads own docstrings only
    for definition in classes.values():
        for key, value in definition["properties"].items():
            value.update(inherited.get(key, {}))
            _refine(key, value)
    _add_rules(classes)
    return {"$schema": DIALECT, **schema}


def _refine(key: str, value: dict[str, Any]) -> None:
    """Say what `rules` and `yaml_values` say of a key, and pydantic's types do not."""
    value.pop("title", None)  # pydantic's title only repeats the key
    for part in (value, *value.get("anyOf", ()), value.get("items", {})):
        if part.get("type") == "string" and "minLength" in part:
            part["pattern"] = r"\S"
        elif part.get("type") == "string":
            part["type"] = ["string", "number"]  # kept as written: `postal_code: 44777`
    if key == "id":
        value.update(type="string", pattern=ID_PATTERN)
    if key in {name for _, name in DAYS}:
        value.update(type="string", pattern=r"^\d{4}-\d{2}-\d{2}$")


def _add_rules(classes: dict[str, Any]) -> None:
    """The rules that are tables, put at their keys."""
    lists = ((model, key, {"minItems": 1}) for model, key in ROWS_AND_ITEMS)
    once = ((model, key, {"uniqueItems": True}) for model, key in NAMED_ONCE)
    numbers = ((model, key, {"minimum": low, "maximum": high}) for model, key, low, high in RANGES)
    for model, key, rule in (*lists, *once, *numbers):
        if model.__name__ in classes:
            classes[model.__name__]["properties"][key].update(rule)
    for model, key in NAMES:
        if model.__name__ in classes:
            value = classes[model.__name__]["properties"][key]
            value.get("items", value)["pattern"] = f"^{NAME.pattern}$"
    if Figure.__name__ in classes:
        either = [{"anyOf": [{"required": [key]} for key in keys]} for keys in ONE_OF_EACH]
        classes[Figure.__name__]["allOf"] = either
    if Print.__name__ in classes:
        _add_print_rules(classes[Print.__name__])
    if Field.__name__ in classes:
        _add_data_rules(classes)


def _add_print_rules(settings: dict[str, Any]) -> None:
    """A profile needs what it does not say by itself, and stands instead of a condition."""
    settings["dependentRequired"] = {"profile": [*PROFILE_NEEDS], "identifier": ["profile"]}
    settings["not"] = {"required": ["condition", "profile"]}
    settings["properties"]["profile"]["pattern"] = rf"^(?!.*\.\./){PROFILE.pattern}$"


def _add_data_rules(classes: dict[str, Any]) -> None:
    """A field's type alone is a field; names, and what its type needs and has no use for."""
    field, data = classes[Field.__name__], classes[Data.__name__]["properties"]
    types = field["properties"]["type"]["enum"]
    for key, type_ in ONLY_FOR.items():
        others = {"enum": [other for other in types if other != type_]}
        wrong = {"required": [key], "properties": {"type": others}}
        field.setdefault("allOf", []).append({"not": wrong})
    for key in NEEDED:
        of_type = {"properties": {"type": {"const": ONLY_FOR[key]}}, "required": ["type"]}
        field["allOf"].append({"if": of_type, "then": {"required": [key]}})
    whole = dict(field)
    field.clear()
    field["anyOf"] = [{"enum": types}, whole]
    data["fields"].update(minProperties=1, propertyNames={"pattern": f"^{FIELD_NAME}$"})
    data["file"]["pattern"] = rf"^[^/\\].*({'|'.join(re.escape(kind) for kind in KINDS)})$"
