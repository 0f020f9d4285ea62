"""What is told of colours: where they are, and what to change."""

from dataclasses import replace

import pytest
from PIL import Image

from brochure.diagnostics import Span
from brochure.document.look import Colour
from brochure.pdf.colour import PrintColour
from tests.pdf.colour.colour_page import pictures, saved
from tests.pdf.colour.conftest import BOOK, FOGRA39, Separate

PLACE = "data-source='content/a/de.yaml:7:3'"


def told(separate: Separate, html: str, **given: object) -> list[tuple[object, ...]]:
    found = separate(html, **given).fragment.diagnostics
    return [(item.sentence, item.span, dict(item.values)) for item in found]


def test_a_colour_over_the_limit_is_told_where_it_is_painted(separate: Separate) -> None:
    html = f"""<div data-source='content/a/de.yaml:2:1'><p>a</p>
    <p {PLACE} style="color: device-cmyk(0.9 0.8 0.9 0.8)">Wort</p></div>"""
    values = {"colour": "90/80/90/80", "amount": "340", "limit": "300"}
    place = Span("content/a/de.yaml", 7, 3)
    assert told(separate, html) == [("colour/ink-limit", place, values)]


@pytest.mark.parametrize("style", ["border: 1mm solid", "background", "outline: 1mm solid"])
def test_also_what_is_no_text(separate: Separate, style: str) -> None:
    declaration = style if ":" in style else f"{style}:"
    html = f"<p {PLACE} style='{declaration} device-cmyk(1 1 1 0.5)'>a"
    assert [item[:2] for item in told(separate, html)] == [
        ("colour/ink-limit", Span("content/a/de.yaml", 7, 3))
    ]


def test_a_colour_of_the_book_is_called_by_its_name(separate: Separate) -> None:
    book = (*BOOK, Colour("night", "#020408", (90, 80, 70, 90)))
    html = f"<p {PLACE} style='color: #020408'>a <b style='color: #020408'>b</b>"
    ((code, _, values),) = told(separate, html, colour=PrintColour(FOGRA39, book))
    assert (code, values) == (
        "colour/ink-limit/named",
        {"colour": "night", "amount": "330", "limit": "300"},
    )


def test_what_the_profile_makes_is_within_a_usual_limit(separate: Separate) -> None:
    assert told(separate, "<p style='color: #010203'>a") == []
    thin = PrintColour(replace(FOGRA39, ink_limit=200), BOOK)
    assert [item[0] for item in told(separate, "<p style='color: #010203'>a", colour=thin)] == [
        "colour/ink-limit"
    ]


def test_a_picture_that_came_as_inks_is_told_by_its_file(separate: Separate) -> None:
    heavy = saved(Image.new("CMYK", (40, 40), (250, 240, 230, 220)), "JPEG", quality=95)
    html = "<img src='project:///p/heavy.jpg' alt='a'><img src='project:///p/inks.jpg' alt='b'>"
    given = {"p/heavy.jpg": heavy, "p/inks.jpg": pictures()["inks.jpg"]}
    ((code, _, values),) = told(separate, html, given=given)
    assert (code, values["file"], values["limit"]) == (
        "colour/ink-limit/picture",
        "p/heavy.jpg",
        "300",
    )
    assert int(values["amount"]) == pytest.approx(sum((250, 240, 230, 220)) / 2.55, abs=4)


def test_a_spot_colour_that_a_gradient_mixes(separate: Separate) -> None:
    html = "<p style='background: linear-gradient(#0050A0, red)'>a"
    assert told(separate, html) == [("colour/spot-mixed", None, {"spot": "HKS 41 K"})]
    assert told(separate, "<p style='background: linear-gradient(#0050A0, white)'>a") == []
