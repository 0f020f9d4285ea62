"""What the core reads by is what pydantic itself works out of the same classes."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from brochure.content.core_schema import core_schema
from brochure.document.document import Document, Publication

LEFT_OUT = ("metadata", "ref", "computed_fields")
"""For the JSON Schema, for reuse within the description, and for what our classes have none of."""


def plain(schema: Any, definitions: dict[str, Any]) -> Any:
    """A description whose parts can be compared, with references replaced by what they mean."""
    if isinstance(schema, dict):
        if schema.get("type") == "definitions":
            known = {item["ref"]: item for item in schema["definitions"]}
            return plain(schema["schema"], known)
        if schema.get("type") == "definition-ref":
            return plain(definitions[schema["schema_ref"]], definitions)
        kept = {name: value for name, value in schema.items() if name not in LEFT_OUT}
        return {name: plain(value, definitions) for name, value in kept.items()}
    if isinstance(schema, list | tuple):
        return [plain(item, definitions) for item in schema]
    if callable(schema) and not isinstance(schema, type):
        return refusal(schema)
    return schema


def refusal(function: Any) -> Any:
    """What a predicate says of a blank text, which ours refuses, and of words."""
    assert function("word") == "word"
    with pytest.raises(ValueError) as caught:
        function(" ")
    return type(caught.value), caught.value.type, str(caught.value)


@pytest.mark.parametrize("model", [Publication, Document])
def test_same_as_pydantic(model: type) -> None:
    assert plain(core_schema(model), {}) == plain(TypeAdapter(model).core_schema, {})
