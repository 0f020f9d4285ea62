"""What becomes of values, and where they are said to stand."""

import unicodedata
from pathlib import Path

import pytest
import yaml

from brochure.content import read_document, read_publication, yaml_guard
from brochure.content.yaml_values import read_values
from brochure.diagnostics import Problems, Span
from brochure.document.blocks import Contact, ContactBlock, TextBlock
from brochure.document.document import Source

CASES = Path(__file__).parent / "cases"
GOOD = CASES / "good"


def good(name: str) -> Source:
    data = (GOOD / name / "document.yaml").read_bytes()
    return read_document("de.yaml", data, "de", ["neon.svg"])


def contact(source: Source, index: int) -> Contact:
    block = source.document.messages[0].blocks[index]
    assert isinstance(block, ContactBlock)
    return block.contact


def test_only_truth_values_nothing_and_plain_decimal_numbers_are_typed() -> None:
    written = b"[true, false, null, ~, 0, -3, 37.5, yes, No, on, True, 22:30, 01067, 0o7, 1_000]"
    typed = [True, False, None, None, 0, -3, 37.5]
    tree = read_values("x", written).tree
    assert tree == [*typed, "yes", "No", "on", "True", "22:30", "01067", "0o7", "1_000"]
    assert [type(value) for value in tree[4:7]] == [int, int, float]


@pytest.mark.parametrize("word", ["2026-11-23", "1e3", "+1", ".5", "5.", ".inf", "=", "9" * 16])
def test_what_looks_like_something_stays_text(word: str) -> None:
    assert read_values("x", f"a: {word}".encode()).tree == {"a": word}


def test_quoted_values_stay_text() -> None:
    assert read_values("x", b'["true", \'null\', "5"]').tree == ["true", "null", "5"]


def test_digits_of_contacts_are_kept_as_written() -> None:
    source = good("kept-as-written")
    written = contact(source, 0)
    assert (written.name, written.street, written.city) == ("no", "0o7", "1_000")
    assert (written.postal_code, written.phone, written.hours) == ("01067", "0234", "22:30")
    written = contact(source, 1)
    assert (written.postal_code, written.phone, written.hours) == ("44777", "110", "2026-11-23")


def test_braces_and_scripts_are_text() -> None:
    block = good("literal-braces").document.messages[0].blocks[0]
    assert isinstance(block, TextBlock)
    assert block.text.startswith('Ein {{ satz }}, {% include "x" %}, <script>alert(1)</script>')


def test_texts_are_composed() -> None:
    document = good("decomposed-letters").document
    assert document.title == "Schöne Stadt"
    assert unicodedata.is_normalized("NFC", document.messages[0].blocks[0].text)  # type: ignore[union-attr]


def test_byte_order_mark_and_line_ends_change_nothing() -> None:
    plain = good("document")
    marked = good("byte-order-mark")
    assert plain.document == marked.document
    assert plain.places == marked.places
    data = (GOOD / "document" / "document.yaml").read_bytes().replace(b"\n", b"\r\n")
    assert read_document("de.yaml", data, "de", ()).places == plain.places


def test_places_of_values_and_items() -> None:
    source = good("crlf")
    block = ("messages", 0, "blocks", 0)
    assert source.places[("title",)] == Span("de.yaml", 1, 8, 12)
    assert source.places[(*block, "text")] == Span("de.yaml", 12, 11, 8)  # the words, not the `>-`
    assert source.ids["satz"] == source.places[block] == Span("de.yaml", 10, 9, 1)


def test_every_id_has_a_place() -> None:
    source = good("all-blocks")
    lines = (GOOD / "all-blocks" / "document.yaml").read_text("utf-8").splitlines()
    for name, span in source.ids.items():
        assert f"id: {name}" in lines[span.line - 1][span.column - 1 :]
    assert {
        "einleitung",
        "eins",
        "ringe",
        "tag",
        "montag",
        "schritt",
        "impressum",
    } <= source.ids.keys()


def test_publication_has_places_too() -> None:
    data = (GOOD / "publication" / "publication.yaml").read_bytes()
    publication, places = read_publication("p.yaml", data)
    assert publication.languages == ("de",)
    assert places[("languages", 0)] == Span("p.yaml", 4, 13, 2)


def test_the_loader_in_python_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = good("all-blocks")
    monkeypatch.setattr(yaml_guard, "LOADER", yaml.SafeLoader)
    assert good("all-blocks") == fast


@pytest.mark.parametrize("case", sorted((CASES / "bad").iterdir()), ids=lambda case: case.name)
def test_the_loader_in_python_refuses_the_same(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_guard, "LOADER", yaml.SafeLoader)
    (file,) = case.glob("*.yaml")
    with pytest.raises(Problems):
        if file.name == "publication.yaml":
            read_publication(file.name, file.read_bytes())
        else:
            read_document(file.name, file.read_bytes(), "de", ())
