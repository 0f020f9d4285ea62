"""Words stand out from their ground by 4.5:1 (WCAG 2.2, 1.4.3), whatever the book becomes."""

import pytest

from brochure.project import Project
from brochure.reading import look_of
from tests.editions.conftest import ROOT

WORDS_ON = [
    *((word, "paper") for word in ("ink", "quiet", "one", "two", "four", "five")),
    *(("paper", plane) for plane in ("ink", "one", "two", "two-deep", "four", "five")),
    ("ink", "three"),
    ("ink", "shade"),
]


def luminance(srgb: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [int(srgb[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize(("word", "ground"), WORDS_ON)
def test_contrast(word: str, ground: str) -> None:
    look = look_of(Project(ROOT), "ermoeglicher", "brochure", "screen")
    colours = {colour.name: luminance(colour.srgb) for colour in look.colours}
    dark, light = sorted((colours[word], colours[ground]))
    assert (light + 0.05) / (dark + 0.05) >= 4.5
