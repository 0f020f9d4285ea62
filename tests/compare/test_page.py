"""The page of a comparison: complete by itself, safe, and told in the person's language."""

import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO

import pytest
from PIL import Image

from brochure.compare.page import page
from brochure.comparison import Bytes, Question, compared
from brochure.document.change import Compared
from tests.check.ua.good import made
from tests.compare.files import pair

NAMES = ("alt.pdf", "neu.pdf")


class Tags(HTMLParser):
    """All tags with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def of(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.found if tag == name]


def found(name: str) -> Compared:
    before, after = (Bytes(*both) for both in zip(NAMES, pair(name), strict=True))
    return compared(before, after, Question(pictures=True))


def html(*comparisons: Compared, language: str = "de") -> str:
    return page(comparisons, (("nur.pdf", True),), NAMES, language).decode()


def test_both_pages_and_one_over_the_other() -> None:
    tags = Tags(html(found("a-word")))
    pictures = tags.of("img")
    assert [item["alt"] for item in pictures] == [
        "Seite 1, vorher",
        "Seite 1, nachher",
        "Seite 1, übereinander",
    ]
    for item in pictures:
        data = b64decode((item["src"] or "").removeprefix("data:image/webp;base64,"))
        assert abs(max(Image.open(BytesIO(data)).size) - 1400) <= 1
    assert len(tags.of("rect")) == 3 * 2


def test_what_is_gone_is_red_and_what_has_come_is_blue() -> None:
    colour = found("a-colour").sheets[0]
    left, top, width, height = colour.marks[0]
    over = Image.open(BytesIO(colour.pictures[2]))
    scale = over.width / colour.size[0]
    middle = over.getpixel(((left + width / 2) * scale, (top + height / 2) * scale))
    elsewhere = over.getpixel((over.width * 0.95, over.height * 0.1))
    assert elsewhere == (255, 255, 255)
    assert middle != elsewhere


def test_a_page_in_one_file_only_is_shown_alone() -> None:
    assert [item["alt"] for item in Tags(html(found("a-page-more"))).of("img")] == [
        "Seite 2, nachher"
    ]


def test_nothing_is_fetched_and_nothing_runs() -> None:
    text = html(found("a-word"))
    tags = Tags(text)
    assert not tags.of("script") + tags.of("link") + tags.of("iframe")
    assert not re.findall(r'(?:src|href)="(?!#|data:)', text)
    policy = next(item["content"] for item in tags.of("meta") if "http-equiv" in item) or ""
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert policy.startswith("default-src 'none'")
    assert f"'sha256-{digest}'" in policy
    assert not any("style" in attributes for _, attributes in tags.found)


def test_what_files_say_is_no_markup() -> None:
    before, after = (
        Bytes(name, made({"damage": [["Was wir tun", text]]}))
        for name, text in zip(NAMES, ("Amt", "<script>alert(1)</script>"), strict=True)
    )
    text = html(compared(before, after, Question()))
    assert "&lt;script&gt;" in text
    assert "<script" not in text


@pytest.mark.parametrize(("language", "words"), [("de", "1 Unterschied"), ("en", "1 difference")])
def test_it_speaks_both_languages(language: str, words: str) -> None:
    text = html(found("an-alternative"), language=language)
    assert words in text
    assert f'<html lang="{language}">' in text
    assert '<ins lang="de">Der Turm' in text


def test_files_in_one_folder_only_and_files_that_are_the_same() -> None:
    text = html(found("a-word"), Compared("gleich.pdf", "gleich.pdf"))
    for words in ("nur im zweiten Ordner", "gleich.pdf", "kein Unterschied"):
        assert words in text


def test_ids_are_there_once() -> None:
    tags = Tags(html(found("a-word"), found("a-box")))
    ids = [attributes["id"] for _, attributes in tags.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    named = {item["aria-labelledby"] for _, item in tags.found if "aria-labelledby" in item}
    assert named <= set(ids)
