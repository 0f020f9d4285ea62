"""The layout engine: the private names we lean on, the fetcher, the log."""

from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pytest

from brochure.diagnostics import Problems, Span
from brochure.document.fragment import LaidOut, Metadata
from brochure.document.html import HtmlUnit
from brochure.document.look import Stylesheet
from brochure.layout.fonts import use_only

ROOT = Path(__file__).resolve().parents[2]
PAGE = (
    "@page { size: 100mm 50mm; margin: 10mm } html { font-family: 'Source Sans 3' } "
    "body { margin: 0 }"
)


@pytest.fixture(scope="module")
def lay_out() -> Iterator[object]:
    use_only(ROOT / "fonts")
    from brochure.layout.engine import Engine

    files = {"pictures/dot.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'}

    def read(file: str) -> bytes:
        if file not in files:
            raise FileNotFoundError(file)
        return files[file]

    engine = Engine(read)

    def run(body: str, css: str = PAGE) -> LaidOut:
        html = f"<html lang='de'><title>t</title><body>{body}"
        return engine.lay_out(HtmlUnit("unit", html, (Stylesheet("styles/a.css", css),)))

    yield run


def test_private_names_of_the_engine_are_those_of_weasyprint_70() -> None:
    """What `engine.py` and `pdf/tags` read; an upgrade must look at each of them again."""
    assert version("weasyprint") == "70.0"
    use_only(ROOT / "fonts")
    from weasyprint import HTML
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout.absolute import AbsolutePlaceholder

    document = HTML(string="<p data-source='a:1:1'>a").render()
    page_box = document.pages[0]._page_box
    assert {"element", "element_tag", "position_x", "position_y"} <= set(dir(page_box))
    assert hasattr(Box, "is_in_normal_flow") and hasattr(Box, "margin_height")
    assert AbsolutePlaceholder(page_box)._box is page_box
    document.write_pdf()
    assert [font.family for font in document.fonts.values()]


def test_pyphen_keeps_its_dictionaries_where_we_put_ours() -> None:
    import pyphen

    assert version("pyphen") == "0.18.1"
    assert isinstance(pyphen.hdcache, dict)
    assert "in hdcache" in Path(pyphen.__file__).read_text("utf-8")


def test_boxes_know_their_source_and_their_place_in_mm(lay_out: object) -> None:
    fragment = lay_out("<p data-source='content/a.yaml:7:15' style='margin: 0; height: 20mm'>a")
    (box,) = fragment.boxes
    assert box.source == Span("content/a.yaml", 7, 15)
    assert (round(box.x), round(box.y), round(box.width), round(box.height)) == (10, 10, 80, 20)
    assert fragment.page_sizes == (pytest.approx((283.46, 141.73), abs=0.01),)


def test_words_lie_where_they_are_painted_and_know_their_frame(lay_out: object) -> None:
    fragment = lay_out(
        "<section data-fit='page' style='height: 30mm'><h2 id='h'>Kopf</h2>"
        "<p data-source='content/a.yaml:7:15' style='position: absolute; left: 60mm; top: -9mm'>"
        "Ein<i>sehr</i>weiter Weg</p><i style='position: absolute; left: -90mm'>99</i></section>"
    )
    frame, heading, text = fragment.boxes
    assert (heading.anchor, heading.frame, text.frame) == ("h", frame.key, frame.key)
    assert frame.words and text.words
    assert round(frame.words.left) == 10  # what is positioned in a frame names its own place
    assert text.words.left > 69 and text.words.top < 10 < text.words.bottom + 9


def test_what_a_style_adds_is_not_measured(lay_out: object) -> None:
    css = PAGE + "p::before { content: '»'; position: relative; left: -90mm }"
    (box,) = lay_out("<p data-source='content/a.yaml:7:15'>a", css).boxes
    assert box.words and round(box.words.left) >= 10


def test_a_page_that_is_too_full_shows_as_a_second_page(lay_out: object) -> None:
    fragment = lay_out("<div data-fit='page' style='height: 30mm'>" + "<p>Text</p>" * 12)
    assert fragment.pages > 1
    assert len({box.key for box in fragment.boxes}) == 1


def test_a_style_the_engine_refuses_is_told_with_file_and_line(lay_out: object) -> None:
    fragment = lay_out("<p>a", PAGE + "\np { text-wrap: balance }")
    (finding,) = fragment.diagnostics
    assert finding.code == "layout/css"
    assert finding.span == Span("styles/a.css", 2, 5)
    assert "text-wrap" in dict(finding.values)["message"]


def test_a_selector_the_engine_refuses_is_looked_for(lay_out: object) -> None:
    fragment = lay_out("<p>a", PAGE + "\np::nothing, a { color: red }")
    assert [item.span for item in fragment.diagnostics] == [Span("styles/a.css", 2, 1)]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1/a.svg",
        "https://example.org/a.svg",
        "../../../etc/passwd",
        "%2e%2e/secret.svg",
        "project://host/etc/passwd",
    ],
)
def test_nothing_outside_the_project_is_fetched(lay_out: object, address: str) -> None:
    fragment = lay_out(f"<img src='{address}' alt='a'>")
    assert [finding.code for finding in fragment.diagnostics] == ["layout/picture"]
    assert [digest for _, digest in fragment.files if digest] == []


def test_a_fetched_file_is_remembered_as_input(lay_out: object) -> None:
    ((file, digest),) = lay_out("<img src='project:///pictures/dot.svg' alt='a'>").files
    assert file == "pictures/dot.svg" and len(digest) == 64


@pytest.mark.parametrize("tag", ["link rel=attachment", "a rel=attachment"])
def test_no_file_is_attached(lay_out: object, tag: str) -> None:
    from brochure.catalog import Profile
    from brochure.pdf import link
    from brochure.pdf.paint import paint

    unit = paint(lay_out(f"<{tag} href='file:///etc/passwd'>x"))
    fonts = {sha256(f.read_bytes()).hexdigest(): f for f in (ROOT / "fonts").rglob("*.ttf")}
    linked = link(
        [(unit, None)],
        Profile.named("web"),
        Metadata("t", "de"),
        b"1",
        lambda name: fonts[name].read_bytes(),
    )
    assert b"EmbeddedFile" not in linked.pdf.data
    assert b"root:" not in linked.pdf.data


def test_fonts_must_be_there(tmp_path: Path) -> None:
    from brochure.diagnostics import Problems

    with pytest.raises(Problems) as caught:
        use_only(tmp_path)
    assert [finding.code for finding in caught.value.diagnostics] == ["layout/no-fonts"]


def test_where_the_engine_gives_up_the_unit_is_told(lay_out: object) -> None:
    """An assertion of WeasyPrint 70 (`skip_first_whitespace`) on a reversed row over pages."""
    style = "hyphens:auto;orphans:1;widows:1;width:38mm;display:flex;flex-direction:row-reverse"
    words = "<blockquote><p>Bochum Bochum Bochum Bochum Bochum Bochum </p></blockquote>"
    box = f'<div data-source="a.yaml:3:1" style="{style}">'
    body = f"<h1>Titel</h1>{box}<p>Bochum </p>{words}</div>"
    page = "@page { size: 90mm 70mm; margin: 8mm } html { font: 10pt/14pt 'Source Sans 3' }"
    page += "body, p, h1 { margin: 0 }"
    with pytest.raises(Problems) as raised:
        lay_out(body, page)  # type: ignore[operator]
    (finding,) = raised.value.diagnostics
    assert (finding.code, finding.span) == ("layout/gave-up", Span("a.yaml", 3, 1))
