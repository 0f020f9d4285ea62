"""A dictionary that is parsed bit by bit breaks every word where Pyphen breaks it."""

from functools import cache
from pathlib import Path

import pyphen
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.prose.hyphenation import LazyDictionary, lines_by_letters

ALPHABETS = {
    "de": "abcdefghijklmnopqrstuvwxyzäöüß",
    "hu": "abcdefghijklmnopqrstuvwxyzáéíóöőúüű",  # spelling that changes at a break: `asszony`
    "ca": "abcdefghijklmnopqrstuvwxyzçàèéíòóúïü·",  # the same, `^^` and comments between patterns
    "af": "abcdefghijklmnopqrstuvwxyzáéêëïôöûñ'",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "th": "กขคงจฉชซญดตถทนบปผพฟมยรลวศสหอะาำเแโไใ",
    "as": "অআইঈউঊএঐওঔকখগঘঙচছজঝঞটঠ\u09be\u09bf\u09c0\u09cd",
}


@cache
def dictionary(language: str) -> pyphen.HyphDict:
    return pyphen.HyphDict(pyphen.LANGUAGES[language])


@cache
def lazy(language: str) -> LazyDictionary:
    return LazyDictionary(pyphen.LANGUAGES[language])


@st.composite
def words(draw: st.DrawFn) -> tuple[str, str]:
    """A language and a word of it: letters, and letters of its patterns, which then apply."""
    language = draw(st.sampled_from(sorted(ALPHABETS)))
    patterns = sorted(dictionary(language).patterns)
    piece = st.sampled_from(patterns).map(lambda letters: letters.strip(".")) | st.text(
        ALPHABETS[language], max_size=3
    )
    word = "".join(draw(st.lists(piece, min_size=1, max_size=4)))
    return language, draw(st.sampled_from([word, word.title(), word.upper()]))


@settings(deadline=None)  # the first word of a language opens its dictionary
@given(words())
def test_a_word_breaks_where_it_does_by_pyphen(asked: tuple[str, str]) -> None:
    language, word = asked
    found, expected = lazy(language).positions(word), dictionary(language).positions(word)
    assert found == expected
    assert [each.data for each in found] == [each.data for each in expected]


@pytest.mark.parametrize("language", ["de", "hu", "ca", "af", "en", "nl"])
def test_the_patterns_are_pyphens_own(language: str) -> None:
    assert (
        lines_by_letters(pyphen.LANGUAGES[language]).keys() == dictionary(language).patterns.keys()
    )


def test_what_pyphen_makes_of_odd_lines(tmp_path: Path) -> None:
    """Comments, settings, zeros, blanks, the same letters twice, letters by their number."""
    path = tmp_path / "hyph_xx.dic"
    lines = [
        "% a1b",
        "# a1b",
        " LEFTHYPHENMIN 3",
        "c0d",
        "  a1b ",
        "a3b",
        "a0b",
        "x^^e41y",
        "x9",
        "",
    ]
    path.write_text("\n".join(["ISO8859-1", *lines]), "ISO8859-1")
    odd, expected = LazyDictionary(path), pyphen.HyphDict(path)
    assert odd.unread.keys() == expected.patterns.keys() == {"ab", "xäy", "x"}
    for word in ("cdab", "abab", "xäyx", "LEFTHYPHENMIN"):
        assert odd.positions(word) == expected.positions(word)


def test_a_pattern_is_parsed_once_and_only_when_a_word_has_it() -> None:
    opened = LazyDictionary(pyphen.LANGUAGES["en"])
    assert not opened.patterns
    opened.positions("hyphenation")
    parsed = len(opened.patterns)
    assert 0 < parsed < 50
    opened.positions("hyphenation")
    assert len(opened.patterns) == parsed
