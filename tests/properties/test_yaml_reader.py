"""Whatever is in a file: a value or findings, never another exception; places lie in the file."""

import re
from collections.abc import Mapping
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brochure.content import read_document, read_publication
from brochure.content.yaml_values import read_values
from brochure.diagnostics import Problems, Span
from brochure.diagnostics.show import show
from brochure.document.walk import KeyPath

GOOD = Path(__file__).parents[1] / "content" / "cases" / "good"
DOCUMENT = (GOOD / "all-blocks" / "document.yaml").read_text("utf-8")
PUBLICATION = (GOOD / "publication" / "publication.yaml").read_text("utf-8")
SLIPS = (
    *("\t", "\n", "\r", "- ", ": ", ":", '"', "'", "[", "]", "{", "}", "{{", "#", "&a ", "*a", "!"),
    *("|", ">-", "<<", "? ", "---\n", "...\n", "%", "@", "`", "\\", "null", "true", "5", "~", "  "),
    *("\0", "\ufeff", "\u2028", "\u202e", "\ud7ff", "u\u0308", "\u0335" * 9),
    *("](javascript:x)", "](#x)", "](//[)"),
)
KEYS = ("title", "introduction", "messages", "contact", "keywords")
INNER_KEYS = ("id", "text", "figure", "list", "blocks", "x")

quickly = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def document_places(data: bytes) -> Mapping[KeyPath, Span]:
    return read_document("de.yaml", data, "de", ["neon.svg"]).places


def publication_places(data: bytes) -> Mapping[KeyPath, Span]:
    return read_publication("de.yaml", data)[1]


def check(data: bytes) -> None:
    """Read both as settings and as a text; show what is found, look where it is said to stand."""
    for places in (document_places, publication_places):
        try:
            for span in places(data).values():
                assert is_in(span, data)
        except Problems as problems:
            assert problems.diagnostics
            for finding in problems.diagnostics:
                assert finding.span and (finding.span.line == 0 or is_in(finding.span, data))
                shown = [show(finding, language, lambda _: []) for language in ("en", "de")]
                assert all(shown)


def is_in(span: Span, data: bytes) -> bool:
    lines = re.split(r"\r\n|\r|\n", data.decode("utf-8-sig", "replace"))
    if not 0 < span.line <= len(lines):
        return False
    # One place after the end of a line is where something is missing.
    return 0 < span.column <= len(lines[span.line - 1]) + 1


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """A good file with a few slips of the hand."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.sampled_from([0, 0, 1, 2, 5, 20]))
        slip = draw(st.sampled_from(SLIPS) | st.text(max_size=4))
        text = text[:start] + slip + text[start + length :]
    return text


@quickly
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    check(data)


@quickly
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@quickly
@given(st.lists(st.sampled_from((*SLIPS, "a", "b", "id: ", "text: ")), max_size=30))
def test_any_signs_of_yaml(signs: list[str]) -> None:
    check("".join(signs).encode("utf-8", "surrogatepass"))


@quickly
@given(damaged(DOCUMENT))
def test_damaged_document(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@quickly
@given(damaged(PUBLICATION))
def test_damaged_publication(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


plain_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9999, 9999) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(INNER_KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)


@quickly
@given(st.dictionaries(st.sampled_from(KEYS), plain_values))
def test_any_values(tree: dict[str, object]) -> None:
    check(yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "surrogatepass"))


words = st.text(st.characters(categories=["L", "Nd", "Po"], codec="utf-8"), min_size=1, max_size=8)
texts = st.lists(words, min_size=1, max_size=12).map(" ".join)
styles = st.sampled_from([None, "'", '"', "|", ">"])


@quickly
@given(st.lists(st.tuples(texts, styles), min_size=1, max_size=5))
def test_places_point_at_the_text(values: list[tuple[str, str | None]]) -> None:
    dumped = "".join(
        yaml.dump({f"key{index}": text}, default_style=style, allow_unicode=True, width=40)
        for index, (text, style) in enumerate(values)
    )
    dumped = re.sub(r"(?m)^([\"'])(key\d)\1: ", r"\2: ", dumped)
    read = read_values("x.yaml", dumped.encode())
    lines = dumped.split("\n")
    for path, value in read.tree.items():
        if not isinstance(value, str) or not value:
            continue
        span = read.places[(path,)]
        there = lines[span.line - 1][span.column - 1 :]
        assert there[0] in "\"'" or there.split()[0] == value.split()[0]
        assert there[: span.length].strip()
