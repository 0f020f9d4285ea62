"""Words in pictures: one good picture, one thing in it damaged; and what Tesseract really reads."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from brochure import picture_reading
from brochure.catalog import CheckProfile
from brochure.check.registry import Outcome, all_checks, judged, rules_of
from brochure.diagnostics.messages import LANGUAGES
from brochure.diagnostics.show import show
from brochure.document.pictured_text import PicturedWord, ReadPicture, ReadPictures
from brochure.tools import tesseract
from brochure.tools.failed import ToolFailed
from tests.pdf.rendering.drawn import drawn, text

ROOT = Path(__file__).resolve().parents[3]
FONT = ROOT / "fonts/source-sans-3/SourceSans3-Regular.ttf"
WORDS = ("Einladung", "zum", "Sommerfest", "im", "Stadtpark", "Samstag")
needs_tesseract = pytest.mark.skipif(tesseract.find() is None, reason="Tesseract is not here")


def file_of(words: tuple[str, ...], told: str = "", confidence: float = 95) -> ReadPictures:
    read = tuple(PicturedWord(word, confidence) for word in words)
    return ReadPictures("a.pdf", (ReadPicture(2, (10, 20, 30, 40), read, told),))


def outcome(file: ReadPictures) -> Outcome:
    (ended,) = judged(all_checks(), file, rules_of(CheckProfile.named("web").rules, "a.pdf"))
    return ended


CASES = {
    "words that nobody reads": (file_of(WORDS), True),
    "no picture": (ReadPictures("a.pdf"), False),
    "a sign": (file_of(WORDS[:3]), False),
    "words that the page has": (file_of(WORDS, "einladung zum Sommer-\nfest im Stadtpark"), False),
    "leaves and bricks": (file_of(WORDS, confidence=40), False),
    "bits of letters": (file_of(("ii", "a1b", "|", "—", "x")), False),
    "one word many times": (file_of(("Bochum",) * 9), False),
}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    file, broken = CASES[name]
    found = outcome(file).findings
    assert [str(item.span) for item in found] == ["a.pdf#page=2 (10 × 20 mm)"] * broken
    for language in LANGUAGES:
        assert all("Sommerfest" in show(item, language, lambda _: []) for item in found)


@pytest.mark.parametrize("reason", ["check/skipped/no-tesseract", "check/skipped/not-read"])
def test_pictures_that_were_not_read_are_skipped_with_a_reason(reason: str) -> None:
    ended = outcome(replace(file_of(WORDS), not_read=reason))
    assert (ended.status, ended.reason) == ("skipped", reason)


def picture_file(content: str = "") -> bytes:
    """A page with one picture, with words as pixels."""
    from pikepdf import Array, Dictionary, Name, open

    picture = Image.new("L", (900, 300), 255)
    font = ImageFont.truetype(FONT, 60)
    ImageDraw.Draw(picture).text((40, 60), "Einladung zum\nSommerfest im Stadtpark", 0, font)
    pdf = open(BytesIO(drawn("q 270 0 0 90 15 60 cm /Words Do Q " + content)))
    image = pdf.make_stream(picture.tobytes(), Width=900, Height=300, BitsPerComponent=8)
    image.Type, image.Subtype, image.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
    pdf.pages[0].Resources.XObject = Dictionary(Words=image)
    tree = Dictionary(Type=Name.StructTreeRoot)
    figure = Dictionary(S=Name.Figure, Alt="Einladung zum Sommerfest im Stadtpark", K=0)
    figure.Pg, figure.P = pdf.pages[0].obj, pdf.make_indirect(tree)
    figure = pdf.make_indirect(figure)
    figure.P.K = Array([figure])
    figure.P.ParentTree = Dictionary(Nums=Array([0, Array([figure])]))
    if content.startswith("%tagged"):
        pdf.Root.StructTreeRoot = figure.P
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.pages[0].StructParents = 0
    made = BytesIO()
    pdf.save(made)
    return made.getvalue()


@needs_tesseract
def test_what_tesseract_reads_is_held_against_the_page() -> None:
    file = picture_reading.read_pictures(picture_file(), "a.pdf")
    assert {word.text for word in file.pictures[0].words} >= {"Einladung", "Sommerfest"}
    assert [round(part) for part in file.pictures[0].area] == [5, 18, 95, 32]
    (found,) = outcome(file).findings
    assert "Stadtpark" in show(found, "de", lambda _: [])
    told = text("Einladung zum Sommerfest im Stadtpark", y=20)
    assert not outcome(picture_reading.read_pictures(picture_file(told), "a.pdf")).findings


@needs_tesseract
def test_an_alternative_text_says_it_too() -> None:
    file = picture_reading.read_pictures(picture_file("%tagged\n"), "a.pdf")
    assert file.pictures[0].words and not outcome(file).findings


@needs_tesseract
def test_text_over_a_picture_is_not_in_it() -> None:
    over = drawn(
        "q 300 0 0 200 0 0 cm /Picture Do Q " + text("Einladung zum Sommerfest", size=20),
        picture=bytes([230] * 256),
    )
    (picture,) = picture_reading.read_pictures(over, "a.pdf").pictures
    assert not picture.words


def test_without_tesseract_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "find", lambda: None)
    assert picture_reading.read_pictures(b"", "a.pdf").not_read == "check/skipped/no-tesseract"
    monkeypatch.setattr(tesseract, "find", lambda: "/nowhere/tesseract")
    assert picture_reading.read_pictures(b"", "a.pdf").not_read == "check/skipped/not-read"
    with pytest.raises(ToolFailed):
        tesseract.read_words("/nowhere/tesseract", b"", ())


@needs_tesseract
def test_damaged_files_have_no_pictures() -> None:
    assert picture_reading.read_pictures(b"no PDF", "a.pdf") == ReadPictures("a.pdf")
