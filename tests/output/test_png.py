"""Another reader finds in a PNG every pixel that was put in."""

from io import BytesIO
from random import Random

import pypdfium2
import pytest
from PIL import Image

from brochure.output.pictures import page_pictures
from brochure.output.png import png


@pytest.mark.parametrize(("width", "height"), [(1, 1), (7, 3), (583, 40)])
def test_every_pixel_comes_back(width: int, height: int) -> None:
    rows = [Random(row).randbytes(width * 3) for row in range(height)]
    with Image.open(BytesIO(png(width, height, rows))) as image:
        image.verify()
    with Image.open(BytesIO(png(width, height, rows))) as image:
        assert (image.size, image.mode, image.info) == ((width, height), "RGB", {})
        assert image.tobytes() == b"".join(rows)


def test_a_page_has_the_pixels_that_pdfium_paints() -> None:
    document, file = pypdfium2.PdfDocument.new(), BytesIO()
    page = document.new_page(37, 11)
    drawing = pypdfium2.raw.FPDFPageObj_CreateNewRect(3, 2, 5, 4)
    pypdfium2.raw.FPDFPageObj_SetFillColor(drawing, 200, 100, 50, 255)
    pypdfium2.raw.FPDFPath_SetDrawMode(drawing, 1, 0)
    page.insert_obj(pypdfium2.PdfObject(drawing))
    page.gen_content()
    document.save(file)
    (picture,) = page_pictures(file.getvalue(), 72)
    expected = pypdfium2.PdfDocument(file.getvalue())[0].render(scale=1).to_pil().convert("RGB")
    with Image.open(BytesIO(picture)) as image:
        assert (200, 100, 50) in [color for _, color in image.getcolors() or ()]
        assert image.tobytes() == expected.tobytes()
