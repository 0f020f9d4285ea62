"""Units linked to one file: what they share is there once, what they lack is told."""

from base64 import b64encode
from io import BytesIO

import pikepdf
from PIL import Image

from tests.pdf.conftest import UNIT, Make

PNG = BytesIO()
Image.new("RGBA", (40, 30), (200, 30, 30, 128)).save(PNG, "PNG")
PICTURE = f'<img alt="Rot" src="data:image/png;base64,{b64encode(PNG.getvalue()).decode()}">'


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def test_a_picture_of_two_units_is_there_once(make: Make) -> None:
    linked = make(f"<p>A {PICTURE}</p>{UNIT}<p>B {PICTURE}</p>")
    pdf = opened(linked.pdf.data)
    images = [item for item in pdf.objects if _is_image(item)]
    assert len(images) == 2  # the picture and its mask
    shown = [page.Resources.XObject for page in pdf.pages]
    assert len({found.objgen for each in shown for found in each.values()}) == 1


def _is_image(item: object) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"


def test_a_font_of_two_units_is_one_with_the_glyphs_of_both(make: Make) -> None:
    linked = make(f"<p>abc</p>{UNIT}<p>xyz</p>{UNIT}<p lang=ar>سلام</p>")
    pdf = opened(linked.pdf.data)
    fonts = {
        font.objgen: font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()
    }
    assert len(fonts) == len({str(font.BaseFont) for font in fonts.values()}) == 2
    assert linked.characters["Source Sans 3"] == frozenset("abcxyz")


def test_a_page_names_only_what_it_shows(make: Make) -> None:
    linked = make(f"<p>A {PICTURE}</p>{UNIT}<p><b>B</b></p>")
    pdf = opened(linked.pdf.data)
    first, second = pdf.pages
    assert "/XObject" in first.Resources and "/XObject" not in second.Resources
    assert set(first.Resources.Font.keys()).isdisjoint(second.Resources.Font.keys())


def test_a_link_to_another_unit_leads_there_and_one_to_nowhere_is_told(make: Make) -> None:
    linked = make(f'<p><a href="#b">B</a> <a href="#nix">N</a></p>{UNIT}<h1 id="b">B</h1>')
    assert [dict(finding.values)["name"] for finding in linked.diagnostics] == ["#nix"]
    pdf = opened(linked.pdf.data)
    there = [link.get("/Dest") for link in pdf.pages[0].Annots]
    assert there[0][0].objgen == pdf.pages[1].objgen
    assert there[1] is None


def test_the_order_of_compilation_makes_no_difference(make: Make) -> None:
    """Fonts and widths come from files, not from what a process met before."""
    body = f"<h1>Groß</h1>{UNIT}<p style='font-size: 7pt'>Groß und klein</p>"
    first = make(body).pdf.data
    make(f"<p style='font-size: 31pt'>{'Groß und klein ' * 3}</p>")
    assert make(body).pdf.data == first
