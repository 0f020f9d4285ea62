"""Each check: a good case, then one thing damaged."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageFile

from brochure.catalog import Format
from brochure.catalog.standards import srgb_profile
from brochure.check import check_fonts, check_fragments, check_pictures, located, picture_places
from brochure.check.pdf.words import _page_of
from brochure.diagnostics import Diagnostic, Span
from brochure.document.blocks import Figure, FigureBlock, TextBlock
from brochure.document.document import Document, Section, Source
from brochure.document.fragment import PlacedBox
from brochure.document.layout_map import Area
from brochure.document.look import Look
from tests.fragments import fragment

BROCHURE = Format.named("a5-brochure")


def png(width: int, height: int, profile: bytes | None = None) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, "PNG", icc_profile=profile)
    return file.getvalue()


def source(picture: str = "a.png", text: str = "Text") -> Source:
    figure = FigureBlock(id="bild", figure=Figure(picture=picture, alt="Ein Bild"))
    section = Section(id="a", heading="A", blocks=(TextBlock(id="t", text=text), figure))
    empty = Section(id="b", heading="B")
    document = Document(
        title="T", description="D", introduction=section, messages=(), imprint=empty
    )
    file = "content/x/de.yaml"
    places = {
        ("introduction", "heading"): Span(file, 2, 3),
        ("introduction", "blocks", 0, "text"): Span(file, 5, 13),
    }
    ids = {"bild": Span(file, 9, 7), "a": Span(file, 1, 3)}
    return Source(document, "de", file, places, ids)


LOOK = Look("l", ("Source Sans 3",), (), (), {}, Span("styles/l/look.toml", 2, 12))
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">%s</svg>'
PICTURES = {
    "good.png": (png(9, 9), None),
    "good.svg": (SVG % b'<path d="M0 0h9"/><use href="#a"/>', None),
    "profile.png": (png(9, 9, b"nonsense" * 40), "picture/profile"),
    "screen.png": (png(9, 9, srgb_profile()), None),
    "cut.png": (png(99, 99)[:-40], "picture/damaged"),
    "text.png": (b"not a picture", "picture/damaged"),
    "empty.png": (b"", "picture/damaged"),
    "huge.png": (png(7000, 6000), "picture/too-large"),
    "good.SVG": (SVG % b"<path/>", None),
    "film.gif": (b"GIF89a", "picture/kind"),
    "broken.svg": (b"<svg><path></svg>", "picture/damaged"),
    "script.svg": (SVG % b"<script>1</script>", "picture/unsafe"),
    "entity.svg": (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "picture/unsafe"),
    "link.svg": (SVG % b'<image href="file:///etc/passwd"/>', "picture/unsafe"),
    "web.svg": (SVG % b'<image href="https://a.de/x.png"/>', "picture/unsafe"),
    "uses.svg": (SVG % (b'<use href="#a"/>' * 300), "picture/complex"),
    "many.svg": (SVG % (b"<g/>" * 20_001), "picture/complex"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_picture(name: str) -> None:
    data, code = PICTURES[name]
    found = list(check_pictures(source(name), lambda file: data, LOOK))
    assert [finding.code for finding in found] == ([code] if code else [])
    assert all(finding.span == Span("content/x/de.yaml", 9, 7) for finding in found)


def test_a_picture_cut_short_is_found_also_after_the_engine_was_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """WeasyPrint tells Pillow to take truncated files; found by an end-to-end case."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    data, code = PICTURES["cut.png"]
    assert [item.code for item in check_pictures(source("cut.png"), lambda file: data, LOOK)] == [
        code
    ]
    assert ImageFile.LOAD_TRUNCATED_IMAGES


def test_picture_outside_the_project() -> None:
    def read(file: str) -> bytes:
        raise PermissionError(file)

    assert [f.code for f in check_pictures(source(), read, LOOK)] == ["picture/outside"]


SOURCE = source()
FRAME = PlacedBox(1, 1, 14, 16, 120, 174, 190, "section", "page", None)
TEXT = PlacedBox(2, 1, 14, 20, 56, 30, 50, "p", None, Span("content/x/de.yaml", 5, 13))
FRAGMENT = fragment("unit", 4, (FRAME, TEXT))


def test_a_page_that_holds_its_text_has_no_finding() -> None:
    assert list(check_fragments([FRAGMENT], BROCHURE, SOURCE)) == []


def test_text_below_the_page_is_an_overflow_at_its_line() -> None:
    low = replace(TEXT, y=170, height=40)
    full = replace(FRAGMENT, boxes=(replace(FRAME, content_bottom=210), low))
    (finding,) = check_fragments([full], BROCHURE, SOURCE)
    assert (finding.code, finding.span) == ("layout/overflow", TEXT.source)


def test_a_section_that_goes_on_on_another_page_is_an_overflow() -> None:
    boxes = (FRAME, TEXT, replace(FRAME, page=2), replace(TEXT, page=2))
    (finding,) = check_fragments([replace(FRAGMENT, boxes=boxes)], BROCHURE, SOURCE)
    assert (finding.code, finding.span) == ("layout/overflow", TEXT.source)


WORDS = replace(TEXT, words=Area(14, 20, 60, 40), frame=1)


@pytest.mark.parametrize(
    ("words", "variant"),
    [
        (Area(14, 16, 134, 190), None),
        (Area(12.5, 14.5, 135.5, 191.5), None),
        (Area(14, 20, 140, 40), "wide"),
        (Area(10, 20, 60, 40), "wide"),
        (Area(14, -5, 60, 40), ""),
        (Area(14, 170, 60, 195), ""),
    ],
)
def test_words_that_leave_their_frame(words: Area, variant: str | None) -> None:
    reaching = replace(FRAGMENT, boxes=(FRAME, replace(WORDS, words=words)))
    found = list(check_fragments([reaching], BROCHURE, SOURCE))
    assert [item.variant for item in found] == ([] if variant is None else [variant])
    assert all(item.span == TEXT.source for item in found)


def test_words_that_leave_a_frame_in_a_frame_are_told_once() -> None:
    inner = replace(FRAME, key=3, fit="plane", frame=1)
    wide = replace(WORDS, words=Area(14, 20, 500, 40), frame=3)
    reaching = replace(FRAGMENT, boxes=(FRAME, inner, wide, replace(wide, key=4)))
    assert len(list(check_fragments([reaching], BROCHURE, SOURCE))) == 1


def test_words_without_a_source_are_told_at_their_heading_or_their_unit() -> None:
    heading = replace(WORDS, source=None, anchor="a", words=Area(14, 20, 500, 40))
    for box, line in ((heading, 2), (replace(heading, anchor=None), 1)):
        reaching = replace(FRAGMENT, name="introduction", boxes=(FRAME, box))
        (finding,) = check_fragments([reaching], BROCHURE, SOURCE)
        assert finding.span == Span("content/x/de.yaml", line, 3)


def test_a_stitched_brochure_needs_a_multiple_of_four() -> None:
    odd = fragment("unit", 5)
    assert [f.code for f in check_fragments([odd], BROCHURE, SOURCE)] == ["layout/page-multiple"]
    assert list(check_fragments([odd], Format.named("a2-poster"), SOURCE)) == []


def test_a_font_that_the_look_does_not_name() -> None:
    own = {"Source Sans 3": frozenset("Ab ")}
    assert list(check_fonts(own, LOOK)) == []
    (finding,) = check_fonts({**own, "Vazirmatn": frozenset("س ")}, LOOK)
    assert (finding.span, dict(finding.values)["family"]) == (LOOK.families_at, "Vazirmatn")
    assert dict(finding.values)["characters"] == "س"


def test_a_missing_glyph_is_led_back_to_the_line_that_has_it() -> None:
    missing = Diagnostic.of("layout/missing-glyph", character="☎", code="260E")
    written = [("Ruf an", Span("a.yaml", 1, 1)), ("☎", None), ("Ruf an ☎", Span("a.yaml", 5, 13))]
    (finding,) = located([missing], written, {})
    assert finding.span == Span("a.yaml", 5, 13)


def test_a_font_of_another_script_is_led_back_to_the_line_that_has_it() -> None:
    drawn = {"Source Sans 3": frozenset("Ab "), "Vazirmatn": frozenset("س ")}
    written = [("A b", Span("a.yaml", 1, 1)), ("b سلام", Span("a.yaml", 2, 1))]
    (finding,) = located(check_fonts(drawn, LOOK), written, {})
    assert finding.span == Span("a.yaml", 2, 1)


def test_a_font_that_a_style_brought_in_stays_where_the_look_names_its_own() -> None:
    (finding,) = located(check_fonts({"Arial": frozenset()}, LOOK), [("A", Span("a.yaml", 1))], {})
    assert finding.span == LOOK.families_at


def test_a_drawing_that_fails_is_told_where_it_is_named() -> None:
    failed = Diagnostic.of("picture/damaged", variant="drawn", name="content/x/pictures/a.svg")
    places = picture_places(source("a.svg"))
    (finding,) = located([failed], [], places)
    assert finding.span == Span("content/x/de.yaml", 9, 7)


PAGES = ["5StadtBochumBotschaftenfürBochum", "MitdieserFragehabenwirunsbe2", "3schäftigtEnde"]


@pytest.mark.parametrize(
    ("text", "start", "page"),
    [
        ("5 Botschaften für Bochum", 0, 0),
        ("Mit dieser Frage", 0, 1),
        ("Ende", 1, 2),
        ("Mit dieser Frage haben wir Ende", 0, 1),
        ("Mit dieser Frage", 2, None),
        ("nirgends", 0, None),
    ],
)
def test_on_which_page_a_text_is_found(text: str, start: int, page: int | None) -> None:
    assert _page_of(text, PAGES, start) == page
