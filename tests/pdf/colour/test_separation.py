"""What each colour becomes, one by one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.pdf.colour.book import book_of
from brochure.pdf.colour.paint import BLACK, Paint, Spot
from brochure.pdf.colour.press import Press
from brochure.pdf.colour.separation import InMask, OnPage
from brochure.pdf.colour.space import CMYK, GRAY, LAB, RGB, Shade
from brochure.vision.difference import Lab, delta_e
from tests.icc_table import Table
from tests.pdf.colour.conftest import BOOK, FOGRA39

PRESS = Press(FOGRA39)
PAGE = OnPage(PRESS, book_of(BOOK))
LOOKS = Table(FOGRA39.icc, b"A2B1")


def rgb(hexadecimal: str) -> Shade:
    return Shade(RGB, tuple(value / 255 for value in bytes.fromhex(hexadecimal[1:])))


def lab_of(shade: Shade) -> Lab:
    """What a screen shows, relative to its white (IEC 61966-2-1, adapted to D50 by Bradford)."""
    red, green, blue = (
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in shade.values
    )
    x = 0.4360747 * red + 0.3850649 * green + 0.1430804 * blue
    y = 0.2225045 * red + 0.7168786 * green + 0.0606169 * blue
    z = 0.0139322 * red + 0.0971045 * green + 0.7141733 * blue
    fx, fy, fz = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x / 0.9642, y, z / 0.8251)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def luminance(lightness: float) -> float:
    return ((lightness + 16) / 116) ** 3 if lightness > 8 else lightness / 903.3


@pytest.mark.parametrize(
    ("shade", "operators"),
    [
        (rgb("#10222E"), b"0.6 0.3 0 0.9 k"),
        (rgb("#C8441B"), b"0 0.82 1 0.1 k"),
        (rgb("#0050A0"), b"/spot.HKS.20.41.20.K cs 1 scn"),
        (rgb("#99B9D9"), b"/spot.HKS.20.41.20.K cs 0.4 scn"),
        (rgb("#000000"), b"0 0 0 1 k"),
        (rgb("#FFFFFF"), b"0 0 0 0 k"),
        (Shade(LAB, (0, 0, 0)), b"0 0 0 1 k"),
        (Shade(LAB, (100, 0.0001, -0.0002)), b"0 0 0 0 k"),
        (Shade(GRAY, (0,)), b"0 0 0 1 k"),
        (Shade(CMYK, (0.123, 0.5, 0, 0.07)), b"0.123 0.5 0 0.07 k"),
    ],
)
def test_colours_that_are_settled(shade: Shade, operators: bytes) -> None:
    assert PAGE.paint(shade).operators(stroke=False) == operators


def test_a_number_as_the_engine_rounds_it_is_still_the_book_s() -> None:
    shade = Shade(RGB, (0.062745, 0.133333, 0.180392))
    assert PAGE.paint(shade).name == "ink"
    assert PAGE.paint(Shade(RGB, (0.0647, 0.133333, 0.180392))).name == ""


@given(st.integers(0, 255))
def test_greys_are_black_alone_and_as_light_as_paper_and_ink_let_them(grey: int) -> None:
    cyan, magenta, yellow, black = PAGE.paint(Shade(RGB, (grey / 255,) * 3)).inks
    assert (cyan, magenta, yellow) == (0, 0, 0)
    darker = PAGE.paint(Shade(RGB, (max(grey - 1, 0) / 255,) * 3)).inks[3]
    assert 0 <= black <= darker <= 1


@pytest.mark.parametrize("grey", [32, 64, 128, 192, 240])
def test_black_alone_is_as_light_as_the_grey_was(grey: int) -> None:
    """Dots grow in print, so that half black is darker than half of the light."""
    black = PAGE.paint(Shade(RGB, (grey / 255,) * 3)).inks[3]
    darkest = luminance(LOOKS.lab(BLACK)[0])
    screen = luminance(lab_of(rgb(f"#{grey:02x}{grey:02x}{grey:02x}"))[0])
    shown = luminance(LOOKS.lab((0, 0, 0, black))[0])
    assert shown == pytest.approx(screen * (1 - darkest) + darkest, abs=0.01)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_all_else_is_within_the_limit(colour: tuple[int, int, int]) -> None:
    paint = OnPage(PRESS, {}).paint(Shade(RGB, tuple(value / 255 for value in colour)))
    assert sum(paint.inks) * 100 <= FOGRA39.ink_limit
    assert paint.spot is None


@pytest.mark.parametrize("colour", ["#3B6EA5", "#8FB339", "#C07850", "#B5A642", "#D8C0C8"])
def test_what_paper_can_show_looks_the_same(colour: str) -> None:
    shade = rgb(colour)
    assert delta_e(LOOKS.lab(PAGE.paint(shade).inks), lab_of(shade)) < 3


def test_a_mask_takes_light_alone() -> None:
    mask = InMask()
    assert mask.paint(rgb("#FF0000")).operators(stroke=False) == b"0.3 g"
    assert mask.paint(rgb("#FFFFFF")).operators(stroke=True) == b"1 G"
    assert mask.paint(Shade(CMYK, BLACK)).values == (0,)


def test_a_spot_colour_says_what_stands_for_it() -> None:
    spot = Spot("HKS 41 K", (1, 0.6, 0, 0))
    assert spot.space == (
        b"[/Separation /HKS#2041#20K /DeviceCMYK "
        b"<</FunctionType 2/Domain [0 1]/C0 [0 0 0 0]/C1 [1 0.6 0 0]/N 1>>]"
    )
    assert Paint((0.5,), spot).inks == (0.5, 0.3, 0, 0)


def test_names_of_spot_colours_stay_apart() -> None:
    names = {Spot(name, BLACK).resource for name in ("A B", "A.B", "AB", "Ä", "A-B", "a b")}
    assert len(names) == 6


def test_a_lower_limit_is_kept_by_pictures() -> None:
    table = Press(replace(FOGRA39, ink_limit=180)).table(None, "perceptual").table
    assert max(sum(table[node : node + 4]) for node in range(0, len(table), 4)) <= 1.8001
    assert max(table) > 0.7, "black stays"
