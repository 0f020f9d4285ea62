"""Words that stay on one line, in what is set large and at the end of a paragraph."""

import pytest
from markupsafe import Markup

from brochure.catalog import Language
from brochure.html.lines import display, ending

LEADING = Language.named("de").words_before_word

HEADINGS = {
    "Am Puls der Arbeit": "Am~Puls der~Arbeit",
    "Wir gestalten das Bochum von morgen": "Wir gestalten das~Bochum von~morgen",
    "Wissen, Wandel, Wir-Gefühl": "Wissen, Wandel, Wir-Gefühl",  # too long to be one piece
    "Impressum": "Impressum",
    "Damen & Herren": "Damen &amp;~Herren",
}
ENDINGS = {
    "um die Arbeit – ob bezahlt oder frei.": "um die Arbeit – ob bezahlt oder~frei.",
    "ob bezahlt oder unbezahlt.": 'ob bezahlt<span class="whole"> oder~unbezahlt.</span>',
    "mit einem <a href='x'>Verweis ins Netz</a>": "mit einem <a href='x'>Verweis ins Netz</a>",
    "den Weg in die Umsetzung zu ermöglichen.": (
        'den Weg in die Umsetzung zu<span class="whole"> ermöglichen.</span>'
    ),
    "zwei Wörter": "zwei Wörter",
}


@pytest.mark.parametrize("typed", HEADINGS)
def test_large_words_break_by_their_sense(typed: str) -> None:
    assert display(typed, LEADING) == HEADINGS[typed].replace("~", "\u00a0")


@pytest.mark.parametrize("typed", ENDINGS)
def test_no_short_word_and_no_piece_of_a_word_ends_a_paragraph_alone(typed: str) -> None:
    assert ending(Markup(typed)) == ENDINGS[typed].replace("~", "\u00a0")


def test_a_language_without_such_words_changes_only_the_end() -> None:
    assert display("Am Puls der Arbeit", ()) == "Am Puls der\u00a0Arbeit"
