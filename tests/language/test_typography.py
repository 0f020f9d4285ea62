"""Typography: cases as data, then what must hold for every text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.catalog import Language
from brochure.language.typography import typeset_text

GERMAN = Language.named("de")

CASES = {
    'die Aufschrift "MARK 51°7".': "die Aufschrift „MARK 51°7“.",
    '"a" und "b"': "„a“ und „b“",
    'ein einzelnes " bleibt': 'ein einzelnes " bleibt',
    "Arbeit – ob bezahlt": "Arbeit\u00a0– ob bezahlt",
    "Arbeit - ob bezahlt": "Arbeit\u00a0– ob bezahlt",
    "z. B. morgen, z.B. heute": "z.\u202fB. morgen, z.\u202fB. heute",
    "und so weiter...": "und so weiter…",
    "geht's": "geht’s",
    "um 9 Uhr auf 20 m": "um 9\u00a0Uhr auf 20\u00a0m",
    "§ 12 und Nr. 3": "§\u00a012 und Nr.\u00a03",
    "9 Uhren und 3 mehr": "9 Uhren und 3 mehr",
    "[Text](https://a.de/x...y) ...": "[Text](https://a.de/x...y) …",
    "a@b.de - www.bochum.de/it's": "a@b.de\u00a0– www.bochum.de/it's",
    "0234 910-0": "0234 910-0",
}


@pytest.mark.parametrize("typed", CASES)
def test_case(typed: str) -> None:
    assert typeset_text(typed, GERMAN) == CASES[typed]


TEXTS = st.text(
    st.one_of(
        st.sampled_from(list("\"' .-–…§09mhzB€%@:/()[]\u00a0\u202f\ufffc")),
        st.characters(categories=("L", "N", "P")),
    ),
    max_size=60,
)


@given(TEXTS)
def test_typesetting_twice_is_the_same_as_once(text: str) -> None:
    once = typeset_text(text, GERMAN)
    assert typeset_text(once, GERMAN) == once


@given(TEXTS)
def test_no_letter_and_no_digit_is_lost_or_changed(text: str) -> None:
    assert re.findall(r"\w", typeset_text(text, GERMAN)) == re.findall(r"\w", text)
