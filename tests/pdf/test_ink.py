"""Ink of known patches, measured."""

from pathlib import Path

import pytest
from PIL import Image

from brochure.catalog import Condition
from brochure.document.ink import InkCoverage
from brochure.pdf.ink import PPI, ink_coverage
from brochure.tools import ghostscript
from tests.pdf.patches import STEP, page_of

GHOSTSCRIPT = ghostscript.find()
needs_ghostscript = pytest.mark.skipif(
    GHOSTSCRIPT is None, reason="Ghostscript is not here; `brochure doctor` says how to get it"
)
ICC = Condition.named("fogra39").icc


def measured(pdf: bytes, square_mm: int = 15, without: tuple[str, ...] = ()) -> InkCoverage:
    assert GHOSTSCRIPT
    with ghostscript.separations(GHOSTSCRIPT, pdf, ICC, PPI) as (page,):
        return ink_coverage(page.page, page.plates, square_mm, without)


PATCHES = {
    "all inks": ("1 1 1 1 k", 400, 400),
    "220 %": ("0.6 0.6 0.6 0.4 k", 220, 220),
    "70 %": ("0.1 0.2 0.2 0.2 k", 70, 70),
    "200 %": ("1 1 0 0 k", 200, 200),
    "one over the other knocks out": ("1 0 0 0 k; 0 1 0 0 k", 100, 100),
    "overprinted": ("1 0 0 0 k; /Over gs 0 1 0 0 k", 200, 200),
    "overprinted black": ("1 1 0 0 k; /Over gs 0 0 0 1 k", 300, 300),
    "grey is black": ("0.3 g", 70, 70),
    "spot": ("/S0 cs 1 scn", 100, 0),
    "half a spot": ("/S0 cs 0.5 scn", 50, 0),
    "black over a spot": ("/S0 cs 1 scn; /Over gs 0 0 0 1 k", 200, 100),
    "nothing": ("0 0 0 0 k", 0, 0),
}


@needs_ghostscript
@pytest.mark.parametrize("name", PATCHES)
def test_a_known_patch_is_measured_right_within_one_percent(name: str) -> None:
    colours, point, square = PATCHES[name]
    found = measured(page_of([colours], {"HKS 41 K": (1, 0.7, 0.1, 0.5)}))
    assert found.point.percent == pytest.approx(point, abs=1)
    assert found.square.percent == pytest.approx(square, abs=1)


@needs_ghostscript
def test_the_fullest_place_is_told_and_marks_beside_the_page_do_not_count() -> None:
    found = measured(
        page_of(["0.1 0.2 0.2 0.2 k", "1 1 0.5 0 k", "/S0 cs 1 scn"], {"Lack": (0, 0, 0, 0)})
    )
    assert (found.point.percent, found.square.percent) == (
        pytest.approx(250, abs=1),
        pytest.approx(250, abs=1),
    )
    for place in (found.point, found.square):
        assert (place.left, place.top) == pytest.approx((5 + STEP, 20), abs=0.4)
    assert found.inks == ("Black", "Cyan", "Lack", "Magenta", "Yellow")


@needs_ghostscript
def test_a_plate_that_is_no_ink_is_left_out() -> None:
    page = page_of(["1 0 0 0 k; /Over gs /S0 cs 1 scn"], {"Lack": (0, 0, 0, 0.1)})
    assert measured(page).point.percent == pytest.approx(200, abs=1)
    assert measured(page, without=("Lack",)).point.percent == pytest.approx(100, abs=1)


@needs_ghostscript
def test_a_small_patch_is_full_in_a_point_and_not_in_the_square() -> None:
    """14 mm of 350 % are a mean of 350 × (14 ÷ 15)² = 305 %."""
    found = measured(page_of(["1 1 0.8 0.7 k"], side=14))
    assert found.point.percent == pytest.approx(350, abs=1)
    assert found.square.percent == pytest.approx(305, abs=5)


@pytest.fixture
def plates(tmp_path: Path) -> dict[str, Path]:
    """Plates of 10 mm by 20 mm without ink."""
    files = {}
    for name in ("Cyan", "Magenta", "Yellow", "Black"):
        files[name] = tmp_path / f"{name}.tif"
        Image.new("L", (30, 60), 255).save(files[name])
    return files


def test_sums_of_plates(plates: dict[str, Path]) -> None:
    """One full pixel, and a square of 5 mm that is half full."""
    with Image.open(plates["Cyan"]) as cyan:
        cyan.paste(0, (7, 11, 8, 12))
        cyan.paste(127, (15, 30, 30, 45))
        cyan.save(plates["Cyan"])
    found = ink_coverage(3, plates, 5)
    assert found.page == 3
    assert found.point.percent == 100
    assert (found.point.left, found.point.top) == pytest.approx((7 / 3, 11 / 3))
    assert found.square.percent == pytest.approx(128 / 2.55)
    assert (found.square.left, found.square.top) == (5, 10)
    assert found.inks == ("Cyan",)


@pytest.mark.parametrize("side", [1, 2, 3, 5, 7, 9, 15])
def test_squares_are_as_if_each_were_added_up(plates: dict[str, Path], side: int) -> None:
    noise = Image.effect_noise((30, 60), 90)
    noise.save(plates["Magenta"])
    found = ink_coverage(1, plates, side)
    width, height = min(30, side * 3), min(60, side * 3)
    most = max(
        sum(255 - value for value in noise.crop((x, y, x + width, y + height)).tobytes())
        for x in range(31 - width)
        for y in range(61 - height)
    )
    assert found.square.percent == pytest.approx(100 * most / 255 / width / height)
