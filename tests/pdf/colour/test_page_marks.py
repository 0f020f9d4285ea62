"""Printer's marks around pages of print files: outside the bleed, and nothing else is touched."""

import zlib
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from brochure.catalog import Format, Variant
from brochure.document.boxes import MM, Box
from brochure.document.fragment import PaintedPage
from brochure.marks import KINDS, room
from brochure.pdf.page_marks import PageMarks, with_marks
from brochure.preflight import Order, preflight
from tests.pdf.colour.conftest import Separate

PAGE = PaintedPage((0, 0, 842, 595), (-8.5, -8.5, 850.5, 603.5), zlib.compress(b""), (), ())
LEAFLET = Format.named("dl-leaflet")
BODY = '<p class="full">Blau bis über den Rand</p>'
ORDER = Order(Variant.named("sheet-cmyk"))
CSS = """@page { size: 148mm 210mm; margin: 10mm; bleed: 3mm }
.full { position: fixed; left: -20mm; top: -20mm; width: 200mm; height: 300mm;
        background: #0050a0 }"""


def test_by_default_nothing_is_drawn() -> None:
    assert with_marks([PAGE], PageMarks()) == ([PAGE], [])


def test_paper_grows_and_the_other_boxes_stay() -> None:
    (page,), found = with_marks([PAGE], PageMarks(KINDS, LEAFLET.sides, "datei.pdf"))
    assert (page.trim, page.bleed, page.content) == (PAGE.trim, PAGE.bleed, PAGE.content)
    assert page.media == pytest.approx(Box(*PAGE.bleed).grown(room(KINDS)))
    assert dict(page.resources)["ColorSpace"][0][0] == b"Marks"
    assert not found


def test_each_side_has_its_folds() -> None:
    pages, _ = with_marks([PAGE, PAGE], PageMarks(("fold",), LEAFLET.sides))
    for page, folds in zip(pages, ((97, 197), (100, 200)), strict=True):
        operators = zlib.decompress(page.around[1]).decode()
        for fold in folds:
            assert f"{fold * MM:.3f}".rstrip("0") in operators, fold


def test_marks_without_room_are_told() -> None:
    small = PaintedPage((0, 0, 40, 40), (-8, -8, 48, 48), zlib.compress(b""), (), ())
    _, (found,) = with_marks([small], PageMarks(("crop", "colour-bar")))
    assert (found.code, dict(found.values)) == ("pdf/no-room-for-marks", {"marks": "colour-bar"})


@pytest.fixture(scope="module")
def marked(separate: Separate) -> bytes:
    """A page with all marks, painted far beyond its bleed."""
    return separate(BODY, CSS, marks=PageMarks(KINDS, (), "datei.print.pdf")).printed


def pixels(pdf: bytes) -> Image.Image:
    """The first page, four pixels a millimetre."""
    return pypdfium2.PdfDocument(pdf)[0].render(scale=4 / MM).to_pil().convert("RGB")


def test_boxes_lie_in_one_another(marked: bytes) -> None:
    with pikepdf.open(BytesIO(marked)) as pdf:
        page = pdf.pages[0]
        media, bleed, trim = (
            Box(*map(float, page[f"/{name}Box"])) for name in ("Media", "Bleed", "Trim")
        )
    assert trim.lies_in(bleed) and bleed.lies_in(media)
    assert bleed == pytest.approx(trim.grown(3 * MM), abs=0.01)
    assert media == pytest.approx(bleed.grown(room(KINDS)), abs=0.01)


def test_within_the_bleed_nothing_changes_and_beyond_it_only_marks_are(
    marked: bytes, separate: Separate
) -> None:
    plain, around = pixels(separate(BODY, CSS).printed), pixels(marked)
    edge = round(room(KINDS) / MM * 4)
    inner = (edge + 2, edge + 2, around.width - edge - 2, around.height - edge - 2)
    shown = plain.crop((2, 2, 2 + inner[2] - inner[0], 2 + inner[3] - inner[1]))
    difference = ImageChops.difference(around.crop(inner), shown)
    assert max(ImageStat.Stat(difference).mean) < 0.5  # letters fall otherwise on the pixels
    strip = around.crop((0, 0, edge - 2, around.height // 3))
    colours = {colour for _, colour in strip.getcolors(9999) or ()}
    assert (255, 255, 255) in colours and min(map(max, colours)) < 200  # type: ignore[type-var]
    assert all(max(colour) - min(colour) < 12 for colour in colours)  # type: ignore[arg-type]


def test_they_are_artifacts_on_every_plate_and_pass_the_preflight(marked: bytes) -> None:
    outcomes = {o.check: o for o in preflight(marked, "x.pdf", ORDER).outcomes}
    for rule in ("boxes", "bleed", "bleed-reach", "registration", "colour-space", "content"):
        assert outcomes[f"print/{rule}"].status == "passed", outcomes[f"print/{rule}"]
    with pikepdf.open(BytesIO(marked)) as pdf:
        page = pdf.pages[0]
        assert page.Resources.ColorSpace.Marks[1] == "/All"
        last = page.Contents[-1].read_bytes()
        assert last.startswith(b"Q /Artifact <</Type /Page>> BDC") and last.endswith(b"EMC\n")
