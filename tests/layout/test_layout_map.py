"""The map of a unit: lines where they are painted, columns, and what is painted above what."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.document.html import HtmlUnit
from brochure.document.layout_map import Area, LayoutMap, PlacedLine
from brochure.document.look import Stylesheet
from brochure.document.plain import from_bytes, to_bytes
from brochure.layout.fonts import use_only

ROOT = Path(__file__).resolve().parents[2]
PAGE = """@page { size: 100mm 60mm; margin: 10mm } html { font: 10pt/5mm 'Source Sans 3' }
body, p { margin: 0 }"""


@pytest.fixture(scope="module")
def engine() -> Iterator[Any]:
    use_only(ROOT / "fonts")
    from brochure.layout.engine import Engine

    yield Engine(lambda file: b"")


def laid_out(engine: Any, body: str, css: str = "") -> Any:
    html = f"<html lang='de'><title>t</title><body>{body}"
    return engine.lay_out(HtmlUnit("unit", html, (Stylesheet("styles/a.css", PAGE + css),)))


def lines(engine: Any, body: str, css: str = "") -> tuple[PlacedLine, ...]:
    found: LayoutMap = laid_out(engine, body, css).layout
    return found.lines


def test_private_names_of_the_engine_are_those_of_weasyprint_70() -> None:
    use_only(ROOT / "fonts")
    from weasyprint import images
    from weasyprint.formatting_structure.boxes import Box, TextBox
    from weasyprint.layout import background, replaced
    from weasyprint.stacking import StackingContext, _dispatch
    from weasyprint.text import line_break

    assert (Box.is_column, Box.transformation_matrix, TextBox.justification_spacing) == (
        False,
        None,
        0,
    )
    assert {"border_box_x", "padding_box_x", "content_box_x", "is_floated"} <= set(dir(Box))
    assert "box.background = Background(color" in inspect.getsource(background)
    assert "self.mode = " in inspect.getsource(images)
    assert list(inspect.signature(replaced.replacedbox_layout).parameters) == ["box"]
    assert list(inspect.signature(line_break.character_ratio).parameters) == ["style", "unit"]
    assert "style['overflow'] != 'visible')" in inspect.getsource(_dispatch)
    assert "zero_z_contexts" in inspect.getsource(StackingContext.__init__)


def test_a_line_lies_where_its_letters_are(engine: Any) -> None:
    (line,) = lines(engine, "<p>Haus</p>")
    assert (line.page, line.element, line.text, line.size) == (1, "p", "Haus", 10)
    # A line of 5 mm at 10 mm; the x of Source Sans 3 is 0.486 em high (OS/2 sxHeight).
    assert line.x_height == pytest.approx(0.486 * 10 / 72 * 25.4, rel=0.01)
    assert line.area.left == 10 and 10 < line.area.top < line.area.bottom < 15


def test_what_is_turned_lies_where_it_is_seen(engine: Any) -> None:
    body = "<div style='width: 80mm; height: 40mm; transform: rotate(180deg)'><p>Kopf</p></div>"
    (line,) = lines(engine, body)
    assert line.area.right == pytest.approx(90) and 45 < line.area.top < line.area.bottom < 50


def test_lines_know_their_block_and_their_column(engine: Any) -> None:
    body = "<p>A<br>B</p><div style='columns: 2'><p>C<br>D<br>E<br>F</p></div><p>G</p>"
    map_ = laid_out(engine, body, "p { orphans: 1; widows: 1 }").layout
    blocks = [line.block for line in map_.lines]
    assert blocks == [1, 1, *[blocks[2]] * 4, blocks[-1]] and len(set(blocks)) == 3
    assert [map_.columns[line.column].flow > 0 for line in map_.lines] == [False] * 2 + [
        True
    ] * 4 + [False]
    assert len({line.column for line in map_.lines}) == 3


def test_words_that_are_no_words_to_a_reader_are_left_out(engine: Any) -> None:
    body = "<p>A <span aria-hidden='true'>B</span></p><p aria-hidden='true'>C</p>"
    body += "<p style='visibility: hidden'>D</p><p style='opacity: 0'>E</p><p class='f'>F</p>"
    css = ".f::before { content: 'G'; display: block }"
    assert [line.text for line in lines(engine, body, css)] == ["A", "F"]


def test_a_hyphen_that_was_typed_divides_no_word(engine: Any) -> None:
    body = "<p style='width: 14mm'>Rat-Haus Rat&shy;hausplatz</p>"
    found = lines(engine, body)
    assert [(line.text, line.is_divided) for line in found] == [
        ("Rat-Haus", False),
        ("Rat‐", True),
        ("hausplatz", False),
    ]


def test_a_map_is_kept_as_it_is(engine: Any) -> None:
    map_ = laid_out(engine, "<p>A</p><div style='columns: 2'><p>C<br>D</p></div>").layout
    assert from_bytes(LayoutMap, to_bytes(map_)) == map_


AREAS = st.builds(
    lambda left, top, width, height: Area(left, top, left + width, top + height),
    *[st.floats(-50, 50)] * 2,
    *[st.floats(1, 50)] * 2,
)


@given(AREAS, AREAS)
def test_shares_are_parts(one: Area, other: Area) -> None:
    assert 0 <= one.share(other) <= 1.0001
    assert (one.share(other) > 0) == (other.share(one) > 0)
    assert one.share(one) == pytest.approx(1)


STYLES = st.sampled_from(
    [
        "",
        "position: relative",
        "position: relative; z-index: 1",
        "position: relative; z-index: 0",
        "position: relative; z-index: -1",
        "position: absolute; top: 0; z-index: 2",
        "position: absolute; top: 1mm",
        "float: left",
        "display: inline-block",
        "overflow: hidden",
        "transform: translate(1mm, 0)",
    ]
)
TREES = st.recursive(
    st.tuples(STYLES, st.just(())),
    lambda kids: st.tuples(STYLES, st.lists(kids, max_size=4)),
    max_leaves=12,
)


def html_of(tree: Any, numbers: Iterator[int]) -> str:
    """Boxes of unlike widths and colours: red grounds, and green texts before what is in them."""
    style, kids = tree
    number = next(numbers)
    inner = "".join(html_of(kid, numbers) for kid in kids)
    colours = f"background: rgb({number} 0 0); color: rgb(0 {number} 0); width: {number}mm"
    return f"<div style='{colours}; height: 4mm; {style}'>t{number}{inner}</div>"


def painted_by_the_engine(document: Any) -> list[str]:
    """Grounds and texts in the order in which the engine paints them, told by their colours."""
    data = document.write_pdf(uncompressed_pdf=True).decode("latin-1")
    found: dict[str, None] = {}
    for red, green in re.findall(r"([\d.]+) ([\d.]+) 0(?:\.0)? rg", data):
        red_, green_ = round(float(red) * 255), round(float(green) * 255)
        if red_ or green_:
            found[f"ground {red_}" if red_ else f"text {green_}"] = None
    return list(found)


def painted_by_our_keys(document: Any, count: int) -> set[tuple[str, str]]:
    """What comes before what by our keys; of what is clipped no ground is noted."""
    from brochure.layout.layout_map import _Reader

    reader = _Reader({})
    reader.read_page(1, document.pages[0])
    grounds = [(path, f"ground {round(area.width)}") for path, area in reader._opaque]
    texts = [(path, f"text {reader.lines[at].text[1:]}") for path, at in reader._painted]
    ordered = [name for _, name in sorted(grounds + texts)]
    assert len(ordered) > count / 2 or count < 4
    return {(one, other) for at, one in enumerate(ordered) for other in ordered[at + 1 :]}


@given(tree=TREES)
@settings(max_examples=40, deadline=None)
def test_boxes_are_painted_in_the_order_of_their_keys(tree: Any) -> None:
    use_only(ROOT / "fonts")
    from weasyprint import CSS, HTML

    numbers = iter(range(10, 250))
    body = html_of(tree, numbers)
    count = next(numbers) - 10
    document = HTML(string=f"<body>{body}").render(
        stylesheets=[CSS(string="@page { size: 3000mm 3000mm; margin: 1mm }")]
    )
    order = {name: at for at, name in enumerate(painted_by_the_engine(document))}
    for one, other in painted_by_our_keys(document, count):
        if one in order and other in order:
            assert order[one] < order[other], (one, other, body)
