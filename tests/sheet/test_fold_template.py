"""The template of a format: true sizes, all folds, and every panel's name where it lies."""

import io

import pikepdf
import pypdfium2
import pytest

from brochure.catalog import Format, known
from brochure.diagnostics.messages import LANGUAGES
from brochure.sheet.fold_template import fold_template

MM = 72 / 25.4


@pytest.mark.parametrize("name", known("formats"))
def test_boxes_are_the_format_in_its_true_size(name: str) -> None:
    format_ = Format.named(name)
    with pikepdf.open(io.BytesIO(fold_template(format_))) as pdf:
        assert len(pdf.pages) == (len(format_.sides) or 1)
        for page in pdf.pages:
            trim, bleed = (
                [float(value) / MM for value in page[box]] for box in ("/TrimBox", "/BleedBox")
            )
            assert trim[2] - trim[0] == pytest.approx(format_.width, abs=0.01)
            assert trim[3] - trim[1] == pytest.approx(format_.height, abs=0.01)
            around = (
                trim[0] - bleed[0],
                trim[1] - bleed[1],
                bleed[2] - trim[2],
                bleed[3] - trim[3],
            )
            edges = format_.bleed
            expected = [edges.left, edges.bottom, edges.right, edges.top]
            assert around == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in known("formats") if Format.named(name).fold])
def test_every_panel_says_its_name_size_and_turn_where_it_lies(name: str, language: str) -> None:
    format_ = Format.named(name)
    document = pypdfium2.PdfDocument(fold_template(format_, language))
    for side, page in zip(format_.sides, document, strict=True):
        left, bottom, _, _ = page.get_trimbox()
        text = page.get_textpage()
        for panel in side.panels:
            lower = bottom + (format_.height - panel.top - panel.height) * MM
            start = left + panel.left * MM
            said = text.get_text_bounded(
                start, lower, start + panel.width * MM, lower + panel.height * MM
            )
            mark = "," if language == "de" else "."
            size = f"{panel.width:g} × {panel.height:g} mm".replace(".", mark)
            for words in (panel.title[language], size, str(panel.read)):
                assert words in said, (panel.role, said)
    document.close()


@pytest.mark.parametrize("name", ["dl-leaflet", "a6-cross-leaflet"])
def test_a_fold_is_painted_where_paper_is_folded(name: str) -> None:
    """Half a millimetre around each fold its colour is seen, and no further off."""
    format_ = Format.named(name)
    document = pypdfium2.PdfDocument(fold_template(format_))
    for side, page in zip(format_.sides, document, strict=True):
        picture = page.render(scale=2).to_pil().convert("RGB")
        left, _, _, top = page.get_trimbox()
        for crease in side.creases:
            (x1, y1), (x2, y2) = crease.start, crease.end
            for off, there in ((0.0, True), (1.5, False), (-1.5, False)):
                across, along = (off, 0.0) if x1 == x2 else (0.0, off)
                # Its first tenth to just before its middle, where another may cross it.
                x, y = left + (x1 + across) * MM, page.get_height() - top + (y1 + along) * MM
                length = (x2 - x1) * MM, (y2 - y1) * MM
                corner = x + length[0] * 0.1 - MM / 2, y + length[1] * 0.1 - MM / 2
                end = x + length[0] * 0.45 + MM / 2, y + length[1] * 0.45 + MM / 2
                part = picture.crop(tuple(round(value * 2) for value in (*corner, *end)))
                colours = {colour for _, colour in part.getcolors(1 << 16)}
                assert any(red > green + 90 for red, green, _ in colours) == there, (crease, off)
    document.close()


def test_the_same_format_gives_the_same_bytes() -> None:
    format_ = Format.named("gate-leaflet")
    assert fold_template(format_, "en") == fold_template(format_, "en")


def test_dashes_tell_mountains_from_valleys() -> None:
    with pikepdf.open(io.BytesIO(fold_template(Format.named("dl-leaflet")))) as pdf:
        outside, inside = (page.Contents.read_bytes() for page in pdf.pages)
    assert b"[9 3 1.5 3] 0 d" in outside and b"[9 5] 0 d" not in outside
    assert b"[9 5] 0 d" in inside and b"[9 3 1.5 3] 0 d" not in inside
