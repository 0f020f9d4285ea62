"""Contrast by WCAG and APCA, against published values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.document.colour import Rgb
from brochure.vision.contrast import contrast, lightness_contrast
from brochure.vision.light import colour_of, hexadecimal, light_of

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)
WHITE, BLACK = (255, 255, 255), (0, 0, 0)


def grey(step: int) -> Rgb:
    return step, step, step


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (WHITE, BLACK, 21.0),
        (grey(0x76), WHITE, 4.54),  # the lightest grey that WCAG takes on white
        (grey(0x77), WHITE, 4.48),
        (grey(0xBB), WHITE, 1.92),
        ((255, 0, 0), WHITE, 4.0),
        (WHITE, WHITE, 1.0),
    ],
)
def test_ratio_of_wcag(one: Rgb, other: Rgb, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio


@pytest.mark.parametrize(
    ("text", "ground", "found"),
    [
        (grey(0x88), WHITE, 63.056469930209424),
        (WHITE, grey(0x88), -68.54146436644962),
        (BLACK, grey(0xAA), 58.146262578561334),
        (grey(0xAA), BLACK, -56.24113336839742),
    ],
)
def test_published_values_of_apca(text: Rgb, ground: Rgb, found: float) -> None:
    assert lightness_contrast(text, ground) == pytest.approx(found, abs=1e-9)


@given(COLOURS, COLOURS)
def test_contrast_has_no_direction_and_its_bounds(one: Rgb, other: Rgb) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21 + 1e-9
    assert -109 < lightness_contrast(one, other) < 107


@given(COLOURS)
def test_light_and_back(colour: Rgb) -> None:
    assert colour_of(light_of(colour)) == colour
    assert lightness_contrast(colour, colour) == 0
    assert bytes.fromhex(hexadecimal(colour)[1:]) == bytes(colour)
