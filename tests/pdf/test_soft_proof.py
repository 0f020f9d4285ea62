"""A soft proof shows what was measured on paper."""

import pytest
from PIL import Image, ImageCms

from brochure.catalog import Condition
from brochure.pdf.soft_proof import soft_proof
from tests.catalog.test_fogra39 import patches
from tests.ciede2000 import Lab, delta_e

ICC = Condition.named("fogra39").icc


def seen(inks: list[float], *, paper: bool) -> tuple[int, ...]:
    pixel = tuple(round(255 * ink) for ink in inks)
    return tuple(soft_proof(Image.new("CMYK", (1, 1), pixel), ICC, paper=paper).tobytes())


def lab_of(rgb: tuple[int, ...]) -> Lab:
    """CIELAB under D50 of sRGB (IEC 61966-2-1, adapted by Bradford)."""
    light = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (byte / 255 for byte in rgb)
    ]
    rows = (
        (0.4360747, 0.3850649, 0.1430804),
        (0.2225045, 0.7168786, 0.0606169),
        (0.0139322, 0.0971045, 0.7141733),
    )
    xyz = [sum(a * b for a, b in zip(row, light, strict=True)) for row in rows]
    x, y, z = (
        part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
        for part in (xyz[0] / 0.9642, xyz[1], xyz[2] / 0.8249)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_paper_is_white_or_tinted() -> None:
    assert seen([0, 0, 0, 0], paper=False) == (255, 255, 255)
    red, green, blue = seen([0, 0, 0, 0], paper=True)
    assert 235 <= red < green < blue <= 250  # FOGRA39: L* 95, b* -2


def test_black_is_black_or_ink() -> None:
    fullest = [0.66, 0.56, 0.49, 0.94]
    assert max(seen(fullest, paper=False)) <= 12
    assert max(seen(fullest, paper=True)) >= 20


def test_with_paper_it_is_the_colour_that_was_measured() -> None:
    """Of the measured patches those that a screen can show, a tenth of all, spread over them."""
    shown = [(inks, lab, seen(inks, paper=True)) for inks, lab in patches()[::10]]
    inside = [(rgb, lab) for _, lab, rgb in shown if min(rgb) > 0 and max(rgb) < 255]
    assert len(inside) > 80
    differences = [delta_e(lab_of(rgb), lab) for rgb, lab in inside]
    assert sum(differences) / len(differences) < 0.6
    assert max(differences) < 2


def test_it_is_a_picture_for_screens() -> None:
    proof = soft_proof(Image.new("CMYK", (3, 2)), ICC)
    assert (proof.mode, proof.size) == ("RGB", (3, 2))


def test_a_profile_of_a_screen_is_refused() -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with pytest.raises(ImageCms.PyCMSError):
        soft_proof(Image.new("CMYK", (1, 1)), screen)
