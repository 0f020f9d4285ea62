"""Whatever somebody writes, it is read or told; never a traceback."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from brochure.content import json_schema, read_publication, read_template
from brochure.content.records.read import read_records
from brochure.content.records.report import report_on
from brochure.content.records.types import Reading
from brochure.content.yaml_values import read_values
from brochure.diagnostics import Problems
from tests.merge import kinds
from tests.merge.conftest import BRIEF

SETTINGS = (BRIEF / "publication.yaml").read_text("utf-8")
TEXT = (BRIEF / "de.yaml").read_text("utf-8")
WORDS = st.sampled_from(
    ["text", "money", "date", "", "de", "..", "/", "a b", "EUR", "{{ record.a }}", "record.a > 1"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2),
    max_leaves=4,
)
FIELD = st.fixed_dictionaries(
    {},
    optional={
        key: VALUES
        for key in ("type", "optional", "column", "currency", "values", "folder", "format", "x")
    },
)
FIELDS = st.dictionaries(st.sampled_from(["a", "b", "if", "ä"]), FIELD | VALUES) | VALUES
DATA = st.fixed_dictionaries(
    {},
    optional={
        "fields": FIELDS,
        **{
            key: VALUES | st.just("a")
            for key in ("file", "key", "where", "file_name", "separator", "encoding", "numbers")
        },
    },
)


@settings(deadline=None)
@given(DATA | VALUES)
def test_any_settings(data: object) -> None:
    written = SETTINGS.partition("data:")[0] + "data: " + json.dumps(data)
    try:
        read_publication("publication.yaml", written.encode())
    except Problems as problems:
        assert problems.diagnostics


@settings(deadline=None)
@given(st.integers(0, len(TEXT)), st.integers(0, 12), st.text(max_size=6) | WORDS)
@example(TEXT.index("[mit") - 40, 0, "[a](#wer)")
@example(TEXT.index("blocks:\n    - id: wer") + 8, 999, "5")
@example(TEXT.index("anfang"), 6, "[a]")
def test_any_text(start: int, length: int, words: str) -> None:
    publication, _ = read_publication("publication.yaml", SETTINGS.encode())
    assert publication.data
    changed = TEXT[:start] + words + TEXT[start + length :]
    for place in ("  - id: geld\n", "    - id: wer\n"):
        indented = " " * (place.index("-") + 2)
        changed = changed.replace(place, f"{place}{indented}show_if: record.barrierefrei\n")
    try:
        data = changed.encode("utf-8", "surrogatepass")
        template = read_template("de.yaml", data, "de", (), publication.data.fields)
        assert template.sections
    except Problems as problems:
        assert problems.diagnostics


@settings(deadline=None)
@given(st.sampled_from(["csv", "json", "yaml"]), st.integers(0, 90), st.text(max_size=6))
def test_any_data(kind: str, start: int, words: str) -> None:
    data = getattr(kinds, f"as_{kind}")()
    changed = data[:start] + words.encode("utf-8", "surrogatepass") + data[start + 3 :]
    try:
        records = read_records(f"data.{kind}", changed, kinds.DATA, Reading("de", {}))
        report = report_on(records, ["de"], ["a5-brochure", "a2-poster"])
        assert len(report.selected) == len(report.keys)
        assert {len(names) for names in report.names.values()} == {len(report.keys)}
    except Problems as problems:
        assert problems.diagnostics


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("telefon: text", "telefon: string"),
        ("telefon: text", "tele-fon: text"),
        ("telefon: text", "telefon: {type: text, currency: EUR}"),
        ("budget: {type: money, currency: EUR}", "budget: {type: money}"),
        ("file: data/quartiere.csv", "file: data/quartiere.xls"),
        ("key: quartier", "schlüssel: quartier"),
        ("key: quartier", "key: quartier\n  encoding: ansi"),
    ],
)
def test_an_editor_knows_the_settings(old: str, new: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json_schema("publication")
    jsonschema.validate(read_values("publication.yaml", SETTINGS.encode()).tree, schema)
    assert old in SETTINGS
    wrong = read_values("publication.yaml", SETTINGS.replace(old, new, 1).encode()).tree
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, schema)
