"""The view: pages as pictures that nobody takes for the print file."""

from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
from PIL import Image, ImageChops

from brochure.catalog import Format
from brochure.package import Shown, jpeg, page_jpegs, trimmed_pages, view
from brochure.package.view import BAND, BELOW, EDGE, MM
from tests.sheet.pdfs import colour_of, flat_pdf

GREEN = (0, 130, 60)
MARGIN_RED = (184, 28, 36)


def shown(width: float = 148, height: float = 210, format_: str = "a5-brochure") -> Shown:
    """A page of one green."""
    picture = Image.new("RGB", (148, 210), GREEN)
    sides = Format.named(format_).sides
    facts = f"{width:g} × {height:g} mm · FOGRA39"
    return Shown(
        jpeg(picture), picture.size, width, height, "a.pdf", facts, sides[0] if sides else None
    )


def painted(pdf: bytes, page: int = 0) -> Image.Image:
    """A page in pixels of a millimetre."""
    return pypdfium2.PdfDocument(pdf)[page].render(scale=1 / MM).to_pil().convert("RGB")


def near(found: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) < 12 for one, other in zip(found, wanted, strict=True))


def test_the_page_is_shown_whole_and_nothing_on_it() -> None:
    picture = painted(view([shown()], "x", "de"))
    assert picture.size == (round(148 + 2 * EDGE), round(210 + EDGE + BAND + BELOW))
    top, left = int(EDGE + BAND), int(EDGE)
    page = picture.crop((left + 1, top + 1, left + 147, top + 209))
    assert all(near(colour, GREEN) for _, colour in page.getcolors(maxcolors=9999) or ())


def test_beside_the_page_it_says_what_it_is() -> None:
    pdf = view([shown(), shown()], "Titel", "de")
    with pikepdf.open(BytesIO(pdf)) as file:
        assert (file.docinfo["/Title"], file.Root.Lang) == ("Titel", "de")
    second = pypdfium2.PdfDocument(pdf)[1]
    words = second.get_textpage().get_text_range()
    for told in ("ANSICHT – NICHT DRUCKEN", "View – not for print", "2 / 2", "a.pdf", "148 × 210"):
        assert told in words, told
    assert near(painted(pdf).getpixel((2, 2)), MARGIN_RED)


def test_lettering_stays_beside_the_page_in_every_size() -> None:
    for name in ("a6-brochure", "dl-brochure", "a0-poster", "square-148-brochure"):
        format_ = Format.named(name)
        page = pypdfium2.PdfDocument(view([shown(format_.width, format_.height)], "x", "de"))[0]
        text = page.get_textpage()
        boxes = [text.get_rect(index) for index in range(text.count_rects())]
        assert min(box[0] for box in boxes) > 0 and max(box[2] for box in boxes) < page.get_width()
        starts = sorted(box for box in boxes if box[1] > page.get_height() * 0.9)
        assert all(one[2] <= other[0] for one, other in pairwise(starts))


def test_folds_are_marked_outside_the_page() -> None:
    plain = painted(view([shown(297, 210)], "x", "de"))
    folded = painted(view([shown(297, 210, "dl-leaflet")], "x", "de"))
    box = ImageChops.difference(plain, folded).getbbox()
    assert box
    left, top, right, bottom = box
    scale = 210 / 148
    assert abs(left - (97 + EDGE * scale)) <= 2 and abs(right - (197 + EDGE * scale)) <= 2
    assert top < (EDGE + BAND) * scale and bottom > 210 + (EDGE + BAND) * scale


def test_the_same_pages_give_the_same_bytes() -> None:
    assert view([shown()], "x", "de") == view([shown()], "x", "de")
    assert page_jpegs(view([shown()], "x", "de"), 50) == page_jpegs(view([shown()], "x", "de"), 50)


def test_without_a_proof_pages_are_shown_as_they_are_cut() -> None:
    pages = list(trimmed_pages(flat_pdf(2, bleed=3), 72))
    assert [page.size for page in pages] == [(420, 596), (420, 596)]
    assert all(near(page.getpixel((200, 300)), colour_of(n)) for n, page in enumerate(pages))
