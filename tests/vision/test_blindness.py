"""What colour-blind people see, by what such matrices must do."""

import pytest

from brochure.document.colour import Rgb
from brochure.vision.blindness import seen_by, simulations
from brochure.vision.difference import difference

RED, GREEN = (204, 0, 0), (0, 136, 0)


@pytest.mark.parametrize("kind", simulations())
@pytest.mark.parametrize("step", [0, 64, 128, 255])
def test_greys_stay_grey(kind: str, step: int) -> None:
    assert max(abs(part - step) for part in seen_by(kind, (step, step, step))) <= 1


@pytest.mark.parametrize(
    ("kind", "one", "other", "alike"),
    [
        ("deutan", RED, GREEN, True),
        ("tritan", RED, GREEN, False),
        ("deutan", (0x00, 0x72, 0xB2), (0xE6, 0x9F, 0x00), False),  # Okabe and Ito's, for everyone
        ("tritan", (0x00, 0x72, 0xB2), (0xE6, 0x9F, 0x00), False),
    ],
)
def test_known_pairs(kind: str, one: Rgb, other: Rgb, alike: bool) -> None:
    assert (difference(seen_by(kind, one), seen_by(kind, other)) < 10) == alike
