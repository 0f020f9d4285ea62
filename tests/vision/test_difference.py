"""CIEDE2000 against the pairs of Sharma, Wu and Dalal (2005), table 1."""

import pytest

from brochure.vision.difference import Lab, delta_e, difference, lab_of

PAIRS = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 3.1571, -77.2803), (50.0, 0.0, -82.7485), 2.8615),
    ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0),
    ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0009), 7.1792),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.5, 0.0), (56.0, -27.0, -3.0), 31.9030),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("one", "other", "published"), PAIRS)
def test_published_pairs(one: Lab, other: Lab, published: float) -> None:
    assert round(delta_e(one, other), 4) == published
    assert round(delta_e(other, one), 4) == published


def test_of_screen_colours() -> None:
    assert difference((1, 2, 3), (1, 2, 3)) == 0
    assert [round(part, 1) for part in lab_of((255, 255, 255))] == [100, 0, 0]
    assert difference((204, 0, 0), (0, 136, 0)) > 60
