"""The JSON Schema accepts what the reader accepts."""

import json
from pathlib import Path
from typing import Any

import pytest

from brochure.content import json_schema
from brochure.content.yaml_values import read_values
from brochure.diagnostics import Problems
from brochure.document.blocks import BLOCK_TYPES

CASES = Path(__file__).parent / "cases"

SAID_BY_THE_READER_ALONE = {
    "alt-is-file-name",
    "bidi-override",
    "combining-marks",
    "decorative-with-alt",
    "id-twice",
    "language-mark",
    "lead-missing",
    "link-targets",
    "link-to-nothing",
    "link-to-place-in-contact",
    "no-pictures",
    "picture-and-diagram",
    "picture-missing",
    "picture-spelling",
    "publication-day",
    "table-cells",
}


def values(case: Path) -> tuple[Any, Any] | None:
    """The schema for a case and its values; nothing if YAML alone has a finding."""
    (file,) = case.glob("*.yaml")
    try:
        read = read_values(file.name, file.read_bytes())
    except Problems:
        return None
    schema = json_schema("publication" if file.stem == "publication" else "document")
    return None if read.findings else (schema, read.tree)


@pytest.mark.parametrize("case", sorted((CASES / "good").iterdir()), ids=lambda case: case.name)
def test_accepts_good_files(case: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    read = values(case)
    assert read
    jsonschema.validate(read[1], read[0])


@pytest.mark.parametrize("case", sorted((CASES / "bad").iterdir()), ids=lambda case: case.name)
def test_refuses_bad_files(case: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    if read := values(case):
        errors = list(jsonschema.Draft202012Validator(read[0]).iter_errors(read[1]))
        assert bool(errors) is not (case.name in SAID_BY_THE_READER_ALONE)


def test_a_block_is_an_id_and_one_kind() -> None:
    schema = json_schema("document")
    blocks = schema["$defs"]["Section"]["properties"]["blocks"]
    refs = {item["$ref"] for item in blocks["items"]["anyOf"]}
    assert refs == {f"#/$defs/{model.__name__}" for model in BLOCK_TYPES.values()}
    for kind, model in BLOCK_TYPES.items():
        block = schema["$defs"][model.__name__]
        assert {"id", kind} == set(block["required"])
        assert block["additionalProperties"] is False


@pytest.mark.parametrize("kind", ["publication", "document"])
def test_can_be_written_and_describes_its_keys(kind: Any) -> None:
    schema = json_schema(kind)
    assert json.loads(json.dumps(schema)) == schema
    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["additionalProperties"] is False


def test_making_a_schema_twice_gives_the_same() -> None:
    assert json_schema("document") == json_schema("document")
