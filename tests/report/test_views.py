"""Pages of a tagged file as views."""

from functools import cache

import pytest

from brochure.document.tagged_file import TaggedFile
from brochure.pdf.structure import read_tagged
from brochure.report.views import views_of
from tests.check.ua.good import made
from tests.report.examinations import picture

ORDER = [
    ("H1", "Wegweiser durch das Rathaus"),
    ("P", "Hier steht, wer im Rathaus wofür da ist und wann die Türen offen sind."),
    ("H2", "Öffnungszeiten"),
    ("TH", "Tag"),
    ("TH", "Zeit"),
]


@cache
def good() -> TaggedFile:
    return read_tagged(made({}), "good.pdf")


def test_blocks_stand_in_the_order_in_which_they_are_read() -> None:
    first = views_of(good(), {1: picture(), 2: picture()})[0]
    assert [(region.label, region.text) for region in first.reading_order[:5]] == ORDER
    assert "Stadt Musterstadt" not in {region.text for region in first.reading_order}
    (figure,) = (region for region in first.reading_order if region.label == "Figure")
    assert figure.text == "Der Turm des Rathauses vor blauem Himmel"


def test_a_link_is_part_of_its_paragraph() -> None:
    labels = {r.label for v in views_of(good(), {1: b"", 2: b""}) for r in v.reading_order}
    assert not labels & {"Link", "Span", "Reference"}


def test_areas_are_those_that_findings_have() -> None:
    (view, *_) = views_of(good(), {1: picture()})
    element = next(good().of_type("H1"))
    assert view.reading_order[0].area == pytest.approx(good().span_of(element).area, abs=0.1)
    assert view.shown == pytest.approx((0, 0, 148, 210), abs=0.1)
    assert {box.label for box in view.boxes} >= {"MediaBox"}


def test_only_pages_with_a_picture_are_shown() -> None:
    (view,) = views_of(good(), {2: picture("red")}, heats={2: picture()})
    assert (view.number, view.picture, view.heat) == (2, picture("red"), picture())
