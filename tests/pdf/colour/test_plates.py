"""Plates: an ink of their own over everything in print, nothing on a screen."""

from io import BytesIO

import pikepdf
import pytest

from brochure.pdf.colour.plates import _shown
from tests.pdf.colour.conftest import Separate
from tests.pdf.tagged import Tagged

PLATE = (255, 0, 254)
SET = b"1 0 0.996078 %b\n"


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (SET % b"rg" + b"0 0 1 1 re\nf", b"n"),
        (SET % b"RG" + b"0 0 1 1 re\nf", b"f"),
        (SET % b"RG" + b"0 0 1 1 re\nS", b"n"),
        (SET % b"rg" + b"0 0 1 1 re\nB*", b"S"),
        (SET % b"RG" + b"0 0 1 1 re\nB*", b"f*"),
        (SET % b"RG" + b"0 0 1 1 re\nb", b"f"),
        (SET % b"RG" + SET % b"rg" + b"0 0 1 1 re\nB", b"n"),
        (b"q " + SET % b"rg" + b"Q\n0 0 1 1 re\nf", b"f"),
        (SET % b"rg" + b"1 0 0 rg\n0 0 1 1 re\nf", b"f"),
        (SET % b"rg" + b"BT [<0a>] TJ ET", b"ET"),
    ],
)
def test_what_a_plate_prints_is_left_out(content: bytes, shown: bytes) -> None:
    made = _shown(content, {PLATE})
    assert made.split()[-1] == shown
    assert b"TJ" not in made


def test_nothing_else_changes() -> None:
    content = b"q 1 0 0 rg 0 0 1 1 re f Q BT /f 9 Tf [<0a>] TJ ET"
    assert _shown(content, {PLATE}) == content


def test_in_print_it_is_an_ink_of_its_own(separate: Separate) -> None:
    html = """<p>Text</p><div style="border: 0.25pt solid #FF00FE; height: 20mm; opacity: 0.99">
    <p style="color: #FF00FE; font-size: 30pt">Lack</p></div>"""
    page = separate(html)
    with pikepdf.open(BytesIO(page.printed)) as pdf:
        group = next(iter(pdf.pages[0].Resources.XObject.values()))
        space = group.Resources.ColorSpace["/spot.CutContour"]
        assert [str(value) for value in list(space)[:3]] == [
            *("/Separation", "/CutContour", "/DeviceCMYK")
        ]
        assert b"/overprint gs" in group.read_bytes()
    with pikepdf.open(BytesIO(page.web)) as pdf:
        group = next(iter(pdf.pages[0].Resources.XObject.values()))
        operators = {str(item.operator) for item in pikepdf.parse_content_stream(group)}
    assert operators & {"f", "f*", "S", "B", "TJ"} == set()
    assert Tagged(page.web).untagged() == []
