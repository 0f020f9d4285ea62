"""What a format gives to stylesheets is all there, also where margin boxes look for it."""

import re

import pytest

from brochure.catalog import Format, known
from brochure.document.look import MEASURES
from brochure.html.measures import measures_css


@pytest.mark.parametrize("name", known("formats"))
def test_every_measure_is_given_to_pages_and_elements(name: str) -> None:
    css = measures_css(Format.named(name))
    for rule in ("@page", ":root"):
        (body,) = re.findall(rf"^{rule} {{ (.*) }}$", css, re.MULTILINE)
        given = dict(item.split(": ") for item in body.split("; "))
        assert tuple(given) == MEASURES
        assert all(re.fullmatch(r"\d+(\.\d+)?(mm|pt)", value) for value in given.values())


def test_a_panel_is_the_page_where_nothing_is_folded() -> None:
    assert "--panel-width: 148mm; --panel-height: 210mm" in measures_css(
        Format.named("a5-brochure")
    )
    assert "--panel-width: 100mm; --panel-height: 210mm" in measures_css(Format.named("dl-leaflet"))
