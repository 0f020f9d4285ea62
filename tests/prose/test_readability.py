"""Measures of prose, by the formulas of their authors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.prose.readability import Measures, measured
from brochure.prose.sentences import sentences

TEXT = (
    "Die Stadt baut neue Wege. Alle Leute fahren morgen mit dem Rad zum Markt. "
    "Dort kaufen viele Familien frisches Obst aus der Region."
)


def test_what_is_counted() -> None:
    found = measured(sentences(TEXT, "de"), "de")
    assert found == Measures(
        sentences=3,
        words=23,
        syllables=37,  # Fa-mi-li-en has four; textstat 0.7.13 counts 36 in all
        long_words=2,
        words_of_many_syllables=2,
        words_of_one_syllable=12,
    )


def test_the_formulas() -> None:
    """By hand; LIX and, for 36 syllables, Amstad are also what textstat 0.7.13 gives."""
    found = Measures(3, 23, 36, 2, 2, 12)
    assert found.amstad == pytest.approx(180 - 23 / 3 - 58.5 * 36 / 23)
    assert found.amstad == pytest.approx(80.768, abs=0.001)
    assert found.lix == pytest.approx(16.362, abs=0.001)
    wiener = 0.1935 * 8.6957 + 0.1672 * 7.6667 + 0.1297 * 8.6957 - 0.0327 * 52.174 - 0.875
    assert found.wiener == pytest.approx(wiener, abs=0.001)
    assert found.flesch == pytest.approx(206.835 - 1.015 * 23 / 3 - 84.6 * 36 / 23)


def test_nothing_is_not_measured() -> None:
    assert measured([], "de") is None
    assert measured(sentences("… – 3 €", "de"), "de") is None


@given(st.text(), st.sampled_from(["de", "en", "xx"]))
def test_any_text_has_its_measures(text: str, language: str) -> None:
    found = measured(sentences(text, language), language)
    assert found is None or found.lix > 0
