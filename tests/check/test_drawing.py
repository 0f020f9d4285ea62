"""Drawings: nothing reaches out of the file, and their words are set in the look's fonts."""

import pytest

from brochure.check import bad_picture
from brochure.diagnostics import Span
from brochure.document.look import Look

LOOK = Look("l", ("Source Sans 3",), (), (), {})
SPAN = Span("content/x/de.yaml", 9, 7)
TEXT = '<text x="1" {}>Ab</text>'


def codes(inside: str, head: str = "") -> list[str]:
    svg = f'{head}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{inside}</svg>'
    found = list(bad_picture(svg.encode(), "a.svg", SPAN, LOOK))
    assert all(finding.span == SPAN for finding in found)
    return [finding.code for finding in found]


@pytest.mark.parametrize(
    "inside",
    [
        '<path fill="url(#a)" style="clip-path: url( \'#b\' )"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<style>path { fill: url(#a); stroke: #123456 }</style>",
        '<g font-family="Arial"><path d="M0 0h9"/></g>',
        TEXT.format('font-family="Source Sans 3"'),
        TEXT.format("style=\"font: 700 7.4pt/10pt 'Source Sans 3', sans-serif\""),
        "<style>text { font-family: 'Source Sans 3' }</style>" + TEXT.format(""),
        '<g style="fill: red; font-family: Source Sans 3">' + TEXT.format("") + "</g>",
    ],
)
def test_good_drawing(inside: str) -> None:
    assert codes(inside) == []


@pytest.mark.parametrize(
    "inside",
    [
        '<rect fill="url(http://127.0.0.1/x#a)"/>',
        '<rect filter="url(other.svg#a)"/>',
        "<rect style=\"fill: URL( 'file:///etc/passwd' )\"/>",
        '<rect style="fill: u\\72l(http://127.0.0.1/)"/>',
        "<style>@import 'x.css';</style>",
        "<style>@font-face { font-family: X; src: url(x.ttf) }</style>",
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<image href=" https://a.de/x.png"/>',
        '<a href="#a"><use xmlns:x="http://www.w3.org/1999/xlink" x:href="b.svg#a"/></a>',
    ],
)
def test_reaching_out(inside: str) -> None:
    assert codes(inside) == ["picture/unsafe"]


def test_a_stylesheet_beside_the_drawing() -> None:
    assert codes("", "<?xml-stylesheet href='a.css'?>") == ["picture/unsafe"]


@pytest.mark.parametrize(
    "data",
    [
        b"<html/>",
        b"<svg/>",
        b"",
        b"<?xml version='1.0' encoding='nonsense'?><svg/>",
        b"<?xml version='1.0' encoding='utf-7'?><svg/>",
        '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'.encode("utf-16"),
    ],
)
def test_no_drawing(data: bytes) -> None:
    assert [item.code for item in bad_picture(data, "a.svg", SPAN, LOOK)] == ["picture/damaged"]


@pytest.mark.parametrize(
    "size",
    [
        'width="9" height="9"',
        'width="154mm" height=" 150.5mm "',
        'viewBox="0 0 9 9"',
        'width="100%" height="100%" viewBox="-1,-1, .5 9.5"',
    ],
)
def test_drawing_that_says_its_size(size: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}/>'.encode()
    assert list(bad_picture(svg, "a.svg", SPAN, LOOK)) == []


@pytest.mark.parametrize(
    "size",
    [
        "",
        'width="9"',
        'width="-9" height="9"',
        'width="0" height="9"',
        'width="wide" height="9"',
        'width="1e30" height="9"',
        'width="100%" height="100%"',
        'viewBox="0 0 a b"',
        'viewBox="0 0 9"',
        'viewBox="0 0 0 9"',
        'width="nan" height="9" viewBox="0 0 9 9"',
    ],
)
def test_drawing_without_a_size(size: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}/>'.encode()
    (finding,) = bad_picture(svg, "a.svg", SPAN, LOOK)
    assert finding.sentence == "picture/damaged/size"


def test_drawing_that_is_too_deep() -> None:
    assert codes("<g>" * 2000 + "</g>" * 2000) == ["picture/complex"]


@pytest.mark.parametrize(
    "inside",
    [
        TEXT.format('font-family="Arial"'),
        TEXT.format("style='font: bold 12px Arial'"),
        TEXT.format(""),
        f'<g font-family="Arial, sans-serif">{TEXT.format("")}</g>',
        "<style>.a { font-family: Arial }</style>" + TEXT.format('font-family="Source Sans 3"'),
        '<text font-family="Source Sans 3">A<tspan font-family="Arial">b</tspan></text>',
    ],
)
def test_words_in_a_foreign_font(inside: str) -> None:
    assert codes(inside) == ["picture/font"]
