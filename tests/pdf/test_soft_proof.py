"""A soft proof shows what was measured on paper."""

import pytest
from PIL import Image, ImageCms

from brochure.catalog import Condition
from brochure.pdf.soft_proof import soft_proof
from brochure.vision.difference import delta_e, lab_of
from tests.catalog.test_fogra39 import patches

ICC = Condition.named("fogra39").icc


def seen(inks: list[float], *, paper: bool) -> tuple[int, ...]:
    pixel = tuple(round(255 * ink) for ink in inks)
    return tuple(soft_proof(Image.new("CMYK", (1, 1), pixel), ICC, paper=paper).tobytes())


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
