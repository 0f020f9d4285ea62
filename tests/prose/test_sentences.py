"""Where sentences end."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.prose.sentences import sentences

CASES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text("utf-8"))
EACH = [(name, language) for name, case in CASES.items() for language in case]


@pytest.mark.parametrize(("name", "language"), EACH)
def test_case(name: str, language: str) -> None:
    expected = [part for part in CASES[name][language].split("|") if part]
    found = sentences(" ".join(expected), language)
    assert [sentence.text for sentence in found] == expected


def test_a_line_that_its_writer_ended_ends_a_sentence() -> None:
    assert [item.text for item in sentences("Wir\u2028kommen", "de")] == ["Wir", "kommen"]


def test_words() -> None:
    (sentence,) = sentences("Um 8:30 Uhr fährt der Bundes-Tag's 1.000 Bus, Jahr·markt", "de")
    words = ["Um", "8:30", "Uhr", "fährt", "der", "Bundes-Tag's", "1.000", "Bus", "Jahr·markt"]
    assert sentence.words == words


@given(st.text(st.sampled_from('aB. !?"„“…1XV\n\u2028\u00a0zb')), st.sampled_from(["de", "xx"]))
def test_sentences_lie_where_they_say_in_order_and_lose_no_letter(text: str, language: str) -> None:
    found = sentences(text, language)
    end = 0
    for sentence in found:
        assert sentence.start >= end
        end = sentence.start + len(sentence.text)
        assert text[sentence.start : end] == sentence.text
    read = "".join(sentence.text for sentence in found)
    assert [sign for sign in read if sign.isalpha()] == [sign for sign in text if sign.isalpha()]
