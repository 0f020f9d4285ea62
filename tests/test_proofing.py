"""A print file as the press will print it."""

from io import BytesIO

import pytest
from PIL import Image

from brochure.catalog import Condition
from brochure.diagnostics import Severity
from brochure.diagnostics.show import show
from brochure.proofing import measured_ink, proof_pictures, soft_proofs
from brochure.tools import ghostscript
from brochure.tools.failed import ToolFailed
from tests.pdf.patches import STEP, page_of

GHOSTSCRIPT = ghostscript.find()
ICC = Condition.named("fogra39").icc
PAGE = page_of(
    ["0 0 0 1 k", "0 1 1 0 k", "/S0 cs 1 scn", "1 0 0 0 k; /Over gs 0 1 0 0 k"],
    {"HKS 41 K": (1, 0.7, 0.1, 0.5)},
)
needs_ghostscript = pytest.mark.skipif(
    GHOSTSCRIPT is None, reason="Ghostscript is not here; `brochure doctor` says how to get it"
)


@needs_ghostscript
def test_ink_of_each_page() -> None:
    assert GHOSTSCRIPT
    (page,) = measured_ink(GHOSTSCRIPT, PAGE, ICC, 15)
    assert page.page == 1
    assert page.point.percent == pytest.approx(200, abs=1)
    (page,) = measured_ink(GHOSTSCRIPT, PAGE, ICC, 15, ("HKS 41 K",))
    assert "HKS 41 K" not in page.inks


@needs_ghostscript
def test_pages_as_they_will_look() -> None:
    """Black, red, a spot colour by what stands for it, an overprint."""
    assert GHOSTSCRIPT
    (proof,) = soft_proofs(GHOSTSCRIPT, PAGE, ICC, 51)
    assert proof.size == (361, 120)  # 180 mm by 60 mm
    middles = [proof.getpixel((int((15 + STEP * index) * 2), 60)) for index in range(5)]
    black, red, spot, overprint, paper = middles
    assert isinstance(red, tuple) and isinstance(spot, tuple) and isinstance(overprint, tuple)
    assert isinstance(black, tuple) and max(black) < 50
    assert red[0] > 200 and max(red[1:]) < 60
    assert spot[2] > spot[0] and spot[2] > 50
    assert overprint[2] > overprint[1]
    assert paper == (255, 255, 255)
    (tinted,) = soft_proofs(GHOSTSCRIPT, PAGE, ICC, 51, paper=True)
    white = tinted.getpixel((2, 2))
    assert isinstance(white, tuple) and white[2] > white[0]


def test_a_page_that_is_too_large_is_not_begun() -> None:
    with pytest.raises(ToolFailed, match="too large"):
        measured_ink("never started", page_of([], size=(1500, 1500)), ICC, 15)


WEB = page_of(["1 0 0 rg"])


def shown(pictures: list[bytes]) -> tuple[int, ...]:
    """The colour in the middle of the first patch, at 51 pixels an inch."""
    (picture,) = pictures
    pixel = Image.open(BytesIO(picture)).convert("RGB").getpixel((30, 60))
    assert isinstance(pixel, tuple)
    return pixel


@needs_ghostscript
def test_pictures_of_pages_show_ink_on_paper() -> None:
    pictures, told = proof_pictures(page_of(["0 1 1 0 k"]), WEB, ICC, 51)
    red, green, blue = shown(pictures)
    assert not told
    assert 200 < red < 250 and max(green, blue) < 60, "no red of a screen"


def test_without_ghostscript_they_show_the_web_file_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ghostscript, "find", lambda: None)
    pictures, (told,) = proof_pictures(page_of(["0 1 1 0 k"]), WEB, ICC, 51)
    assert shown(pictures) == (255, 0, 0)
    assert (told.code, told.severity) == ("print/no-soft-proof", Severity.NOTE)
    assert "not installed" in show(told, "en", lambda _: [])
