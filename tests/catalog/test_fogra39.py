"""The profile of the default condition is near to what was measured on paper."""

from io import BytesIO
from itertools import chain, product
from pathlib import Path
from statistics import mean

import pytest
from PIL import Image, ImageCms

from brochure.catalog import Condition
from brochure.pdf.soft_proof import soft_proof
from brochure.vision.difference import Lab, delta_e, lab_of
from tests.icc_table import Table, absolute, tag

DATA = Path(__file__).resolve().parents[2] / "setup/icc/FOGRA39L.ti3"
SHARMA: list[tuple[Lab, Lab, float]] = [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
    ((50, 0, 0), (50, -1, 2), 2.3669),
    ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
    ((50, 2.5, 0), (61, -5, 29), 22.8977),
    ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
    ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]
"""From the test data of Sharma, Wu and Dalal (2005), table 1."""


@pytest.mark.parametrize(("one", "other", "expected"), SHARMA)
def test_ciede2000(one: Lab, other: Lab, expected: float) -> None:
    assert delta_e(one, other) == pytest.approx(expected, abs=5e-5)
    assert delta_e(other, one) == pytest.approx(expected, abs=5e-5)


def patches() -> list[tuple[list[float], Lab]]:
    """The inks of each measured patch and what colour it was."""
    text = DATA.read_text("ascii")
    rows = text.split("BEGIN_DATA\n")[1].split("END_DATA")[0].splitlines()
    numbers = [[float(word) for word in row.split()[1:]] for row in rows]
    return [([ink / 100 for ink in row[:4]], (row[7], row[8], row[9])) for row in numbers]


def test_the_profile_says_what_was_measured() -> None:
    icc = Condition.named("fogra39").icc
    table = Table(icc, b"A2B1")
    errors = [delta_e(absolute(table.lab(inks), icc), lab) for inks, lab in patches()]
    assert len(errors) == 1617
    assert mean(errors) <= 0.3
    assert max(errors) <= 1.0


def test_the_profile_names_its_data_as_the_icc_asks() -> None:
    icc = Condition.named("fogra39").icc
    assert tag(icc, b"targ")[8:] == b"ICCHDAT FOGRA39\0"
    assert b"FOGRA39" in tag(icc, b"desc")


def inks_of(colour: tuple[int, ...], intent: str) -> Image.Image:
    """What becomes of a colour of the screen, black point compensated where that is usual."""
    usual = ImageCms.Flags.BLACKPOINTCOMPENSATION
    press = ImageCms.getOpenProfile(BytesIO(Condition.named("fogra39").icc))
    inks = ImageCms.profileToProfile(
        Image.new("RGB", (1, 1), colour),
        ImageCms.createProfile("sRGB"),
        press,
        ImageCms.Intent[intent],
        "CMYK",
        flags=ImageCms.Flags.NONE if intent == "PERCEPTUAL" else usual,
    )
    assert inks is not None
    return inks


@pytest.mark.parametrize("colour", [(224, 172, 140), (120, 80, 60), (70, 110, 60), (128, 128, 128)])
@pytest.mark.parametrize(("intent", "most"), [("PERCEPTUAL", 3), ("RELATIVE_COLORIMETRIC", 1)])
def test_colours_that_ink_can_reach_are_reached(
    colour: tuple[int, ...], intent: str, most: float
) -> None:
    """Skin, wood, leaves, grey: of a table made for another kind of sRGB, ΔE was up to 7."""
    proof = soft_proof(inks_of(colour, intent), Condition.named("fogra39").icc)
    assert delta_e(lab_of(tuple(proof.tobytes())), lab_of(colour)) < most


@pytest.mark.parametrize("intent", ["PERCEPTUAL", "RELATIVE_COLORIMETRIC"])
def test_what_it_makes_of_any_colour_keeps_to_the_ink_limit(intent: str) -> None:
    condition = Condition.named("fogra39")
    colours = bytes(chain(*product(range(0, 256, 17), repeat=3)))
    picture = Image.frombytes("RGB", (16**2, 16), colours)
    press = ImageCms.getOpenProfile(BytesIO(condition.icc))
    inks = ImageCms.profileToProfile(
        picture, ImageCms.createProfile("sRGB"), press, ImageCms.Intent[intent], "CMYK"
    )
    assert inks is not None
    sums = [sum(pixel) / 2.55 for pixel in zip(*[iter(inks.tobytes())] * 4, strict=True)]
    assert max(sums) <= condition.ink_limit + 1  # four inks, each rounded to a 255th
    assert max(sums) >= 240  # but black is black
