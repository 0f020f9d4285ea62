"""The heat map says by its colours what was measured."""

from io import BytesIO

from PIL import Image

from brochure.document.boxes import Box
from brochure.document.rendered import RenderedPage
from brochure.pdf.rendering import rendered_file
from brochure.pdf.rendering.heat_map import LONGEST, heat_map, steps
from tests.pdf.rendering.drawn import drawn, text


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


def test_each_text_has_the_colour_of_its_contrast() -> None:
    lines = [("0.8 g", 160), ("0.55 g", 120), ("0.4 g", 80), ("0 g", 40), ("1 g", 10)]
    pdf = drawn("".join(f"{grey} " + text("mmm", y=y, size=20) for grey, y in lines))
    (page,) = rendered_file(pdf, "a.pdf").pages
    png = heat_map(page, 72)
    picture = opened(png)
    assert picture.size == (300, 200) and picture.getpixel((290, 5)) == (255, 255, 255, 0)
    planes = [step.plane for step in steps()]
    colours = [picture.getpixel((30, 200 - y - 1)) for _, y in lines]
    assert colours == [*planes[:1], planes[1], planes[2], planes[3], planes[0]]
    assert heat_map(page, 72) == png


def test_a_page_that_was_not_read_and_a_poster_have_maps_too() -> None:
    nothing = Box(0, 0, 0, 0)
    assert opened(heat_map(RenderedPage(1, nothing, nothing, complete=False))).size == (1, 1)
    wide = Box(0, 0, 8504, 100)
    assert max(opened(heat_map(RenderedPage(1, wide, wide))).size) == LONGEST
