"""The first publication's text in every format of the catalogue: nothing overflows, all of it looks
as it was looked at, and posters can be read from where they are to be read.
"""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from brochure.catalog import Format, known, legible_x_height
from brochure.tools import verapdf
from tests.editions.conftest import ROOT
from tests.editions.test_pages_look_the_same import PAGES
from tests.pages import compare_page, painted

MM = 72 / 25.4
PAGE_COUNTS = {
    "a4-brochure": 12,
    "a5-brochure": 12,
    "a6-brochure": 20,
    "dl-brochure": 12,
    "square-148-brochure": 20,
    "square-210-brochure": 12,
}
SHOWN = [
    ("a4-brochure", 7),
    ("a6-brochure", 4),
    ("a6-brochure", 8),
    ("a6-brochure", 12),
    ("dl-brochure", 2),
    ("dl-brochure", 3),
    ("dl-brochure", 6),
    ("square-148-brochure", 4),
    ("square-148-brochure", 19),
    ("square-210-brochure", 2),
    ("square-210-brochure", 8),
    ("a6-cross-leaflet", 1),
    ("a6-cross-leaflet", 2),
    ("gate-leaflet", 1),
    ("gate-leaflet", 2),
    ("dl-concertina-leaflet", 2),
    ("citylight-poster-4", 1),
]
POSTERS = [name for name in known("formats") if Format.named(name).kind == "poster"]


def files(folder: Path, name: str) -> list[Path]:
    """The files of a format: one, or one a message."""
    return sorted(folder.glob(f"{name}.archive.pdf")) or sorted(
        folder.glob(f"{name}-[1-5].archive.pdf")
    )


@pytest.mark.parametrize("name", known("formats"))
def test_each_format_has_its_pages_in_its_size(in_all_formats: Path, name: str) -> None:
    format_ = Format.named(name)
    made = files(in_all_formats, name)
    assert len(made) == (5 if format_.kind == "poster" else 1)
    for file in made:
        with pikepdf.open(file) as pdf:
            expected = PAGE_COUNTS.get(name, len(format_.sides) or 1)
            assert len(pdf.pages) == expected
            for page in pdf.pages:
                left, bottom, right, top = (float(value) / MM for value in page.trimbox)
                size = (right - left, top - bottom)
                assert size == pytest.approx((format_.width, format_.height), abs=0.01)


@pytest.mark.parametrize(("name", "number"), SHOWN)
def test_page(
    in_all_formats: Path, name: str, number: int, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    found = painted(in_all_formats / f"{name}.archive.pdf", number)
    compare_page(request, PAGES / f"{name}-{number:02}.png", found, tmp_path)


@pytest.mark.parametrize("name", POSTERS)
def test_a_poster_is_legible_from_its_distance(in_all_formats: Path, name: str) -> None:
    """The x-height of its sentence, measured at a letter that has just that."""
    least = legible_x_height(Format.named(name).distance)
    document = pypdfium2.PdfDocument(in_all_formats / f"{name}-1.archive.pdf")
    text = document[0].get_textpage()
    at = text.get_text_range().index("waren")
    _, bottom, _, top = text.get_charbox(at)
    document.close()
    assert (top - bottom) / MM >= least * 0.98  # a letter's box may end a little inside it


def test_what_is_printed_reaches_the_edge_of_the_bleed(in_all_formats: Path) -> None:
    """Nowhere along the edge of the sheet does the white of the viewer show."""
    document = pypdfium2.PdfDocument(in_all_formats / "a6-cross-leaflet.print.pdf")
    for page in document:
        picture = page.render(scale=1).to_pil().convert("L")
        width, height = picture.size
        # The last pixel may be only partly on the page.
        edges = [(1, 1, width - 1, 2), (1, height - 3, width - 1, height - 2)]
        edges += [(1, 1, 2, height - 1), (width - 3, 1, width - 2, height - 1)]
        assert all(picture.crop(edge).getextrema()[1] < 253 for edge in edges)
    document.close()


def test_what_only_these_formats_have_conforms(in_all_formats: Path) -> None:
    """Panels that stand on their head, texts that run over pages, a claim on a page of its own."""
    command = verapdf.find(ROOT)
    if command is None:
        pytest.skip("veraPDF is not there")
    names = ("a6-brochure", "square-148-brochure", "a6-cross-leaflet")
    made = [file for name in names for file in files(in_all_formats, name)]
    verdicts = verapdf.validate(command, made, "ua2")
    assert len(verdicts) == len(names)
    assert [str(verdict) for verdict in verdicts if not verdict.compliant] == []
