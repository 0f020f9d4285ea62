"""Margins by themselves: the same as with the text, for any number, total and running title."""

import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from brochure.document.fragment import Fragment, UsedFont
from brochure.document.html import HtmlUnit, Numbering
from brochure.document.look import Stylesheet
from brochure.layout.fonts import use_only

ROOT = Path(__file__).parents[2]
CSS = """
@page {
  size: 100mm 60mm; margin: 12mm;
  @bottom-right { content: counter(page) "/" counter(pages) }
}
@page :left { @bottom-right { content: none } @bottom-left { content: "links " counter(page) } }
@page :first { @top-left { content: "Anfang" } }
@page :blank { @top-left { content: "leer" } @bottom-left { content: none } }
@page wide { size: 140mm 60mm; @top-center { content: string(title) } }
h2 { string-set: title content(); break-before: page }
.wide { page: wide }
.plain { page: plain; break-before: page }
"""
BODY = (
    "<p>Eins</p><h2>Zwei</h2><div class='wide'><h2>Drei</h2><p>Drei</p></div>"
    "<p class='plain'>Vier</p>"
)

Make = Callable[..., tuple[Fragment, Fragment]]


@pytest.fixture(scope="module")
def make() -> Iterator[Make]:
    use_only(ROOT / "fonts")
    from brochure.layout.engine import Engine

    engine = Engine(lambda file: b"")
    from brochure.pdf.paint import paint

    def run(numbering: Numbering, body: str = BODY, css: str = CSS) -> tuple[Fragment, Fragment]:
        sheets = (Stylesheet("a.css", "html { font-family: 'Source Sans 3' }" + css),)
        html = "<!doctype html><html lang='de'><body>{}</body></html>"
        laid_out = engine.lay_out(HtmlUnit("unit", html.format(body), sheets))
        emptied = HtmlUnit("unit", html.format(""), sheets)
        margins = engine.lay_out_margins(emptied, laid_out.kinds, numbering)
        return paint(laid_out), paint(margins, only_margins=True)

    yield run


def shown(fragment: Fragment) -> list[str]:
    """The words of each page, by the glyphs that are drawn."""
    texts = {font.name: _texts(font) for font in fragment.fonts}
    pages = []
    for page in fragment.painted:
        words, font = [], ""
        for name, glyphs in re.findall(
            rb"/(\S+) [\d.]+ Tf|\[(.*?)\] TJ", zlib.decompress(page.content)
        ):
            if name:
                font = name.decode()
            else:
                codes = "".join(re.findall(r"<([0-9a-f]*)>", glyphs.decode()))
                cut = (int(codes[at : at + 4], 16) for at in range(0, len(codes), 4))
                words.append("".join(texts[font][glyph] for glyph in cut))
        pages.append(" ".join(words))
    return pages


def _texts(font: UsedFont) -> dict[int, str]:
    return {glyph: text for glyph, text, _ in font.glyphs}


def test_numbers_totals_sides_names_and_titles(make: Make) -> None:
    body, margins = make(Numbering(7, 12))
    assert shown(body) == ["Eins", "Zwei", "Drei Drei", "Vier"]
    assert shown(margins) == ["Anfang 7/12", "links 8", "Drei 9/12", "links 10"]
    assert [page.bleed for page in margins.painted] == [page.bleed for page in body.painted]


def test_a_title_that_the_units_before_have_set(make: Make) -> None:
    css = CSS + "@page { @top-right { content: string(title) } }"
    _, margins = make(Numbering(3, 9, (("title", "Zuvor"),)), css=css)
    assert shown(margins) == ["Anfang Zuvor 3/9", "Zwei links 4", "Drei Drei 5/9", "Drei links 6"]


def test_empty_pages_have_their_own(make: Make) -> None:
    body, margins = make(Numbering(1, 3), body="<p>Eins</p><p style='break-before: right'>Drei</p>")
    assert len(body.painted) == 3
    assert shown(margins)[1] == "leer"


def test_pages_without_margins_say_so(make: Make) -> None:
    body, _ = make(Numbering(1), css="@page { size: 90mm 90mm }")
    assert not any(kind.has_margins for kind in body.kinds)


@pytest.mark.parametrize(
    "style",
    [
        "p::after { content: counter(page) }",
        "p::after { content: counter(pages) }",
        "p::after { content: target-counter('#a', page) }",
        "h2 { position: running(head) } @page { @top-center { content: element(head) } }",
    ],
)
def test_text_that_shows_page_numbers_says_so(make: Make, style: str) -> None:
    assert make(Numbering(1), body="<h2 id=a>A</h2><p>B</p>", css=style)[0].is_numbered
    assert not make(Numbering(1))[0].is_numbered


def test_running_elements_stay_with_their_unit(make: Make) -> None:
    style = "h2 { position: running(head) } @page { @top-center { content: element(head) } }"
    body, _ = make(Numbering(1), body="<h2>Kopf</h2><p>Text</p>", css=style)
    assert shown(body) == ["Text Kopf"]
    assert not any(kind.has_margins for kind in body.kinds)


def test_the_engine_is_as_before(make: Make) -> None:
    import weasyprint.layout as layout

    from brochure.layout.margins import SEAMS

    before: list[Any] = [getattr(layout, name) for name in SEAMS]
    make(Numbering(1))
    assert [getattr(layout, name) for name in SEAMS] == before
