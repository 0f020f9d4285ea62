"""Where words of a text stand in its file."""

import pytest

from brochure.content import read_document
from brochure.diagnostics import Span
from brochure.document.paragraphs import Paragraph, paragraphs
from brochure.document.walk import KeyPath
from brochure.document.writing import Writing

TEXT = """\
title: "Ein \\"Titel\\" – hier"
description: Was hier steht
introduction:
  id: anfang
  heading: Anfang
  blocks:
    - id: text
      text: >-
        Das Wort steht hier, und auch
        **das Wort** steht hier, in zwei
        Zeilen.
    - {id: kurz, text: hier}
messages: []
imprint: {id: ende, heading: Ende}
"""
BLOCKS: KeyPath = ("introduction", "blocks")


@pytest.fixture(scope="module")
def writing() -> Writing:
    text = TEXT.replace("messages: []", "messages:\n  - {id: mitte, heading: Mitte}")
    return Writing(read_document("de.yaml", text.encode(), "de", ()), text)


@pytest.mark.parametrize(
    ("path", "words", "before", "line", "column", "length"),
    [
        ((*BLOCKS, 0, "text"), "Wort", "", 9, 13, 4),
        ((*BLOCKS, 0, "text"), "Wort", "Das Wort steht hier, und auch das ", 10, 15, 4),
        ((*BLOCKS, 0, "text"), "das Wort steht", "", 10, 11, 16),  # its marks are in between
        ((*BLOCKS, 0, "text"), "zwei Zeilen", "", 10, 37, 4),  # of two lines, the first
        ((*BLOCKS, 0, "text"), "nirgends", "", 9, 9, 29),  # then where the text begins
        ((*BLOCKS, 1, "text"), "hier", "", 12, 24, 4),
        (("title",), "hier", "", 1, 25, 4),
        (("title",), "„Titel“ - hier", "", 1, 13, 16),
        ((*BLOCKS, 1, "nothing", 3), "hier", "", 12, 7, 1),  # the nearest thing around it
    ],
)
def test_place(
    writing: Writing, path: KeyPath, words: str, before: str, line: int, column: int, length: int
) -> None:
    assert writing.place(path, words, before) == Span("de.yaml", line, column, length)


def test_what_a_record_says_is_told_where_its_text_begins(writing: Writing) -> None:
    assert writing.place((*BLOCKS, 1, "text"), "Langendreer").column == 24


def test_a_text_whose_file_is_not_at_hand(writing: Writing) -> None:
    alone = Writing(writing.source)
    assert alone.place(("title",), "hier") == writing.source.places["title",]
    assert [text for _, text, _ in alone.written() if text] == []


def test_what_is_read(writing: Writing) -> None:
    keys = [passage.key for passage in writing.passages]
    assert keys == ["title", "description", "heading", "text", "text", "heading", "heading"]
    assert [passage.is_running for passage in writing.passages].count(True) == 2


def test_paragraphs() -> None:
    text = "Ein *Wort*\\\nund [mehr **Worte**](https://a.de)\n\n**Alles [new]{lang=en}**"
    first, second = paragraphs(text, "markdown")
    assert first == Paragraph(
        "Ein Wort\u2028und mehr Worte",
        "Ein Wort\u2028und mehr Worte",
        (("mehr Worte", "https://a.de"),),
    )
    assert second == Paragraph("Alles new", "Alles ", (), is_strong=True)
    assert paragraphs("**so**", "prose") == (Paragraph("**so**", "**so**"),)
