"""Words stand out from their ground by 4.5:1 (WCAG 2.2, 1.4.3), whatever the book becomes."""

import re
from collections.abc import Iterator

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
    look = look_of(Project(ROOT), "ermoeglicher", "brochure")
    colours = {colour.name: luminance(colour.srgb) for colour in look.colours}
    dark, light = sorted((colours[word], colours[ground]))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def mixed(srgb: str, other: str, percent: int) -> str:
    """`color-mix(in srgb, srgb, other percent%)`, as browsers work it out."""
    parts = [(int(srgb[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * percent / 100):02X}" for a, b in parts)


def dark_colours() -> Iterator[tuple[str, str]]:
    """What the twin's stylesheet makes of the book in the dark: property of a rule → colour."""
    look = look_of(Project(ROOT), "ermoeglicher", "twin")
    book = {colour.name: colour.srgb for colour in look.colours}
    sheet = look.stylesheets[-1].text
    dark = sheet[sheet.index("@media (prefers-color-scheme: dark)") :].split("\n}\n")[0]
    others = {"white": "#FFFFFF", "black": "#000000"}
    for selector, rule in re.findall(r"(:root|\.message-\d) \{(.*?)\}", dark, re.DOTALL):
        for name, value in re.findall(r"(--[a-z-]+): ([^;]+?)(?:;|\s*$)", rule):
            if plain := re.fullmatch(r"var\(--([a-z-]+)\)", value):
                yield f"{selector} {name}", book.get(plain[1], "")
            elif mix := re.fullmatch(
                r"color-mix\(in srgb, var\(--([a-z-]+)\), (\w+) (\d+)%\)", value
            ):
                yield f"{selector} {name}", mixed(book[mix[1]], others[mix[2]], int(mix[3]))


def test_contrast_of_the_twin_in_the_dark() -> None:
    found = dict(dark_colours())
    words = [key for key in found if key.endswith(("--words", "--faint", "--message-text"))]
    assert len(words) == 8
    for word in words:
        for ground in (":root --ground", ":root --box"):
            dark, light = sorted((luminance(found[word]), luminance(found[ground])))
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (word, ground)
