"""Gradients in inks: their ends exactly, and between them the colours that they had."""

from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.pdf.colour.gradient import separated as separated_telling
from brochure.pdf.colour.gradient import stretches_of
from brochure.pdf.colour.paint import Spot
from brochure.pdf.colour.separation import InMask, Separation
from brochure.pdf.colour.space import RGB, Shade, Space
from brochure.pdf.syntax import numbers
from brochure.pdf.values import Dictionary, as_dictionary, parsed, parsed_dictionary, written
from brochure.vision.difference import delta_e
from tests.pdf.colour.test_separation import LOOKS, PAGE, PRESS, rgb

HEAD = b"<</ShadingType 2/ColorSpace /DeviceRGB/Domain [0 1]/Coords [0 0 1 0]/Function "
VISIBLE = 2.0
COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


def gradient(*colours: str, exponent: float = 1.0) -> Dictionary:
    """The shading as the engine writes it: a function from each colour to the next."""
    stops = [numbers(rgb(colour).values) for colour in colours]
    bounds = numbers([place / (len(stops) - 1) for place in range(1, len(stops) - 1)])
    parts = b"".join(
        b"<</FunctionType 2/Domain [0 1]/C0 %b/C1 %b/N %f>>" % (*pair, exponent)
        for pair in pairwise(stops)
    )
    encode = numbers([0, 1] * (len(stops) - 1))
    function = b"<</FunctionType 3/Domain [0 1]/Encode %b/Bounds %b/Functions [%b]>>"
    return parsed_dictionary(HEAD + function % (encode, bounds, parts) + b"/Extend [true true]>>")


def separated(shading: Dictionary, space: Space, separation: Separation) -> Dictionary:
    return separated_telling(shading, space, separation, lambda _: None)


def at(shading: Dictionary, place: float) -> tuple[float, ...]:
    """What a shading shows at a place."""
    for stretch in stretches_of(as_dictionary(shading["Function"])):
        if stretch.start <= place <= stretch.end:
            share = stretch.share((place - stretch.start) / (stretch.end - stretch.start))
            return tuple(a + (b - a) * share for a, b in zip(*stretch.ends, strict=True))
    raise AssertionError(place)


@settings(max_examples=40, deadline=None)
@given(COLOURS, COLOURS, st.sampled_from([0.3, 1.0, 2.5]))
def test_it_shows_at_each_place_what_the_profile_makes_of_the_colour_there(
    first: tuple[int, int, int], last: tuple[int, int, int], exponent: float
) -> None:
    ends = ["#" + bytes(colour).hex() for colour in (first, last)]
    before = gradient(*ends, exponent=exponent)
    after = separated(before, RGB, PAGE)
    if any(PAGE.paint(rgb(end)).name or len(set(rgb(end).values)) == 1 for end in ends):
        return  # the ends have inks of their own
    for place in (0.02, 0.13, 0.37, 0.5, 0.71, 0.94):
        (wanted,) = PRESS.inks([Shade(RGB, at(before, place))])
        shown = cast(tuple[float, float, float, float], at(after, place))
        assert delta_e(LOOKS.lab(shown), LOOKS.lab(wanted)) < VISIBLE


def test_ends_are_the_book_s_inks_and_nothing_jumps() -> None:
    after = separated(gradient("#10222E", "#FFFFFF", "#C8441B"), RGB, PAGE)
    assert after["ColorSpace"] == b"/DeviceCMYK"
    assert at(after, 0) == (0.6, 0.3, 0, 0.9)
    assert at(after, 0.5) == (0, 0, 0, 0)
    assert at(after, 1) == (0, 0.82, 1, 0.1)
    row = [at(after, step / 500) for step in range(501)]
    assert max(abs(a - b) for pair in pairwise(row) for a, b in zip(*pair, strict=True)) < 0.02


def test_from_black_to_white_is_black_alone() -> None:
    after = separated(gradient("#000000", "#FFFFFF"), RGB, PAGE)
    assert all(at(after, step / 20)[:3] == (0, 0, 0) for step in range(21))


def test_a_step_stays_a_step() -> None:
    text = written(gradient("#FF0000", "#FF0000", "#0000FF", "#0000FF"))
    step = parsed_dictionary(text.replace(b"[0.333333 0.666667]", b"[0.5 0.5]"))
    after = separated(step, RGB, PAGE)
    assert at(after, 0.4999) == pytest.approx(PAGE.paint(rgb("#FF0000")).inks, abs=1e-4)
    assert at(after, 0.5001) == pytest.approx(PAGE.paint(rgb("#0000FF")).inks, abs=1e-4)


def test_a_hint_at_a_stop_is_a_step_too() -> None:
    after = separated(gradient("#FF0000", "#0000FF", exponent=2.0**32), RGB, PAGE)
    assert at(after, 0.99) == pytest.approx(PAGE.paint(rgb("#FF0000")).inks, abs=1e-4)


@pytest.mark.parametrize("other", ["#0050A0", "#99B9D9", "#FFFFFF"])
def test_tints_of_one_spot_colour_stay_in_it(other: str) -> None:
    after = separated(gradient("#0050A0", other), RGB, PAGE)
    assert b"/Separation /HKS#2041#20K" in written(after["ColorSpace"])
    assert at(after, 0) == (1,)
    assert at(after, 1) == ({"#0050A0": 1, "#99B9D9": 0.4, "#FFFFFF": 0}[other],)


def test_a_spot_colour_beside_another_colour_is_mixed_of_what_stands_for_it() -> None:
    lost: set[Spot] = set()
    after = separated_telling(gradient("#0050A0", "#C8441B"), RGB, PAGE, lost.update)
    assert [spot.name for spot in lost] == ["HKS 41 K"]
    assert after["ColorSpace"] == b"/DeviceCMYK"
    assert at(after, 0) == (1, 0.6, 0, 0)


def test_a_mask_shows_light() -> None:
    after = separated(gradient("#FF0000", "#FFFFFF"), RGB, InMask())
    assert after["ColorSpace"] == b"/DeviceGray"
    assert at(after, 0.5) == pytest.approx((0.65,))


def test_what_is_no_colour_stays() -> None:
    before = gradient("#FF0000", "#0000FF")
    after = separated(before, RGB, PAGE)
    assert {key: after[key] for key in ("ShadingType", "Domain", "Coords", "Extend")} == {
        key: before[key] for key in ("ShadingType", "Domain", "Coords", "Extend")
    }
    assert parsed(written(after)) == after
