"""The first publication: not a word of the city's page is lost, changed or moved."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from brochure.content import read_document
from brochure.document.markdown import plain_text
from brochure.document.walk import texts

ROOT = Path(__file__).resolve().parents[2]
GIVEN = ROOT.parent / "shared" / "content" / "5-botschaften-fuer-bochum.txt"
WORD = re.compile(r"[\w°]+(?:-\w+)*")

CREDIT = re.compile(r"(?:Illustration nach einem Foto|Diagramm nach einer Grafik) ")
"""What our credits say before the city's own words, because the photos are not used."""


def words(text: str) -> list[str]:
    return WORD.findall(text.replace("*", ""))


def words_of_the_page() -> list[str]:
    """The page's words in order, without the site's menu, which is its first line."""
    return words(GIVEN.read_text("utf-8").split("\n", 1)[1])


def words_of_the_yaml() -> list[str]:
    pictures = tuple(path.name for path in (ROOT / "content/botschaften/pictures").iterdir())
    file = "content/botschaften/de.yaml"
    document = read_document(file, (ROOT / file).read_bytes(), "de", pictures).document
    return [word for text in _texts_of_the_page(document) for word in words(text)]


def _texts_of_the_page(document: object) -> Iterable[str]:
    """Without what the page does not have: description, keywords, our headings, names, imprint."""
    ours = {"description", "keywords", "names", "label", "licence"}
    for path, kind, text in texts(document):
        heading_of_message = path[0] == "messages" and path[-1] == "heading"
        if path[0] != "imprint" and not heading_of_message and not ours & set(path):
            yield CREDIT.sub("", plain_text(text) if kind == "markdown" else text)


@pytest.mark.skipif(not GIVEN.exists(), reason="the city's text lies beside the repository")
def test_every_word_of_the_page_is_in_the_yaml_in_its_order() -> None:
    assert words_of_the_yaml() == words_of_the_page()


@pytest.mark.skipif(not GIVEN.exists(), reason="the city's text lies beside the repository")
def test_headings_of_messages_are_made_of_words_of_the_page() -> None:
    known = {word.casefold() for word in words_of_the_page()}
    pictures = tuple(path.name for path in (ROOT / "content/botschaften/pictures").iterdir())
    file = "content/botschaften/de.yaml"
    document = read_document(file, (ROOT / file).read_bytes(), "de", pictures).document
    for message in document.messages:
        assert {word.casefold() for word in words(message.heading)} <= known, message.heading
