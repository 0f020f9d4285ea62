"""A picture of every page: its size, its name, the same bytes again."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfiumError

from brochure.output.pictures import fitting_dpi, page_pictures, picture_names

Blank = Callable[..., bytes]

A5, A2 = (419.53, 595.28), (1190.55, 1683.78)


def test_same_pdf_same_pictures(blank_pdf: Blank) -> None:
    pdf = blank_pdf(2)
    assert page_pictures(pdf, 50) == page_pictures(pdf, 50)


@pytest.mark.parametrize(("size", "dpi"), [(A5, 100), (A2, 68)])
def test_long_edge_stays_within_bounds(
    blank_pdf: Blank, size: tuple[float, float], dpi: int
) -> None:
    pdf = blank_pdf(1, size)
    assert fitting_dpi([size]) == dpi
    (picture,) = page_pictures(pdf, dpi)
    with Image.open(BytesIO(picture)) as image:
        assert (image.format, image.mode) == ("PNG", "RGB")
        assert max(image.size) <= 1600
        assert "date" not in "".join(map(str, image.info)).lower()


def test_a_page_that_was_painted_before_is_not_painted_again(
    blank_pdf: Blank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROCHURE_CACHE", str(tmp_path))
    first = page_pictures(blank_pdf(2), 50, ("a", "b"))
    assert (
        page_pictures(b"no PDF at all", 50, ("a", "b")) == first == page_pictures(blank_pdf(2), 50)
    )
    with pytest.raises(PdfiumError):
        page_pictures(b"no PDF at all", 50, ("a", "c"))


def test_names_sort_as_the_pages_do() -> None:
    names = picture_names("a5-brochure.web.pdf", 12)
    assert names[0] == "a5-brochure.web.page-01.png"
    assert names == sorted(names) and len(names) == 12
    assert picture_names("dl-leaflet.web.pdf", 2)[0] == "dl-leaflet.web.page-1.png"
