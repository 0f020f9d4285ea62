"""Syllables as Duden divides words, of lists that were written before the counting was."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.prose.syllables import syllables

LISTS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("syllables.toml").read_text("utf-8"))


def wrong_in(name: str) -> tuple[int, dict[str, int]]:
    """How many words a list has, and what was counted of those that were counted wrongly."""
    words = dict(line.rsplit(" ", 1) for line in LISTS[name].strip().splitlines())
    counted = {word: syllables(word, "de") for word in words}
    return len(words), {word: n for word, n in counted.items() if n != int(words[word])}


def test_the_words_that_were_held_out() -> None:
    """174 of 181 at first; the rule of `io` and `oa` came from what was wrong."""
    count, wrong = wrong_in("held_out")
    assert count == 181
    assert wrong == {"hygienisch": 3, "Yoga": 3}


def test_the_words_that_were_held_out_after_it() -> None:
    """59 of 63; never tuned to."""
    count, wrong = wrong_in("held_out_later")
    assert count == 63
    assert wrong == {"Kooperation": 6, "Leasing": 3, "Nuance": 3, "Zoologie": 3}


@pytest.mark.parametrize(
    ("word", "count"),
    [("aber", 2), ("oben", 2), ("Asyl", 2), ("Adresse", 3), ("Europa", 3), ("Museum", 3)],
)
def test_what_pyphen_alone_gets_wrong(word: str, count: int) -> None:
    """The six of `accessibility.md` 7.2 that places of hyphens, or vowels, can't tell alone."""
    assert syllables(word, "de") == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("table", 2), ("house", 1), ("wanted", 2), ("played", 1), ("city", 2), ("information", 4)],
)
def test_english(word: str, count: int) -> None:
    assert syllables(word, "en") == count


def test_a_compound_with_hyphens_has_the_syllables_of_its_parts() -> None:
    assert syllables("Nordrhein-Westfalen", "de") == 5


@given(st.text(min_size=1), st.sampled_from(["de", "en", "tr", "xx"]))
def test_a_word_has_a_syllable_and_no_more_than_letters(word: str, language: str) -> None:
    assert 1 <= syllables(word, language) <= max(1, len(word.lower()))
