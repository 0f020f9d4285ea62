"""A page gets its pictures and fonts into itself, and says which they were."""

import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from brochure.html.embedding import self_contained
from brochure.html.web_font import web_font
from brochure.html.web_picture import WIDEST, web_picture

ROOT = Path(__file__).resolve().parents[2]
BLACK = "fonts/source-sans-3/SourceSans3-Black.ttf"
FACE = f'@font-face {{ font-family: "A"; font-weight: 900; src: url("project:///{BLACK}") }}'


def page(body: str) -> str:
    head = f"<head><title>A &amp; B</title><style>{FACE}</style></head>"
    return f"<html>{head}<body>{body}</body></html>"


def png(size: tuple[int, int], colour: str) -> bytes:
    target = BytesIO()
    Image.effect_noise(size, 60).convert(colour).save(target, "PNG")
    return target.getvalue()


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def read(file: str) -> bytes:
    drawing = (
        b'<?xml version="1.0"?><!-- me --><svg xmlns="http://www.w3.org/2000/svg">\n <g/> </svg>'
    )
    return (ROOT / file).read_bytes() if file.endswith(".ttf") else drawing


def test_title_files_and_nothing_outside() -> None:
    made = self_contained(page('<img src="project:///a.svg" alt=""><p>Ab</p>'), read)
    assert made.title == "A & B"
    assert sorted(made.files) == ["a.svg", BLACK]
    assert "project:" not in made.html


def test_a_drawing_is_text_without_what_is_not_drawn() -> None:
    made = self_contained(page('<img src="project:///a.svg" alt="">'), read)
    found = re.search(r'src="data:image/svg\+xml,([^"]*)"', made.html)
    assert found
    assert unquote(found[1]) == "<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>"


def test_a_font_has_the_characters_of_the_page_only() -> None:
    made = self_contained(page("<p>&Auml;b</p>"), read)
    found = re.search(r"data:font/woff2;base64,([^\"]*)", made.html)
    assert found
    characters = set(TTFont(BytesIO(b64decode(found[1]))).getBestCmap())
    assert {ord("Ä"), ord("b"), ord("0")} <= characters and ord("z") not in characters


def test_words_in_an_address_of_a_page_are_left_alone() -> None:
    """Quotation marks are escaped by the templates, so that no text can ask for a file."""
    text = "<p>project:///a.svg, src=&#34;project:///a.svg&#34; and url(project:///a.svg)</p>"
    assert text in self_contained(page(text), read).html


def test_the_same_font_twice_is_the_same_bytes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    data, characters = (ROOT / BLACK).read_bytes(), frozenset("Bochum")
    first = web_font(data, characters)
    assert web_font(data, characters) == first  # from the cache
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other"))
    assert web_font(data, characters) == first  # made anew
    assert len(first) < 2000


@pytest.mark.parametrize("colour", ["RGB", "RGBA", "L", "P"])
def test_a_painted_picture_is_as_large_as_screens_show_it(colour: str) -> None:
    data, kind = web_picture(png((2000, 500), colour))
    with Image.open(BytesIO(data)) as picture:
        assert (picture.size, kind) == ((WIDEST, 360), "image/webp")


def test_a_picture_that_would_not_become_smaller_stays() -> None:
    target = BytesIO()
    Image.effect_noise((40, 40), 60).convert("RGB").save(target, "WEBP", quality=10)
    assert web_picture(target.getvalue()) == (target.getvalue(), "image/webp")


def test_a_drawing_with_words_brings_their_font() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><text font-weight="900">Ruhr "x"</text></svg>'
    made = self_contained(
        page('<img src="project:///a.svg" alt="">'),
        lambda file: read(file) if file.endswith(".ttf") else svg.encode(),
    )
    found = re.search(r'src="data:image/svg\+xml,([^"]*)"', made.html)
    assert found
    drawing = unquote(found[1])
    assert "<style>@font-face" in drawing and "data:font/woff2" in drawing
    assert 'Ruhr "x"</text>' in drawing


def test_a_drawing_in_another_encoding_stays_as_it_is() -> None:
    svg = '<?xml version="1.0" encoding="iso-8859-1"?><svg><title>Straße</title></svg>'.encode(
        "latin-1"
    )
    made = self_contained(
        page('<img src="project:///a.svg" alt="">'),
        lambda file: read(file) if file.endswith(".ttf") else svg,
    )
    found = re.search(r"data:image/svg\+xml;base64,([^\"]*)", made.html)
    assert found and b64decode(found[1]) == svg
