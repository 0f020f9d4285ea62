"""Settings of a look: each wrong value is told once, at its line, and nothing strange gets on."""

import pytest

from brochure.diagnostics import Problems
from brochure.document.look import Colour
from brochure.look import read_look

LOOK = """families = ["Source Sans 3"]
[stylesheets]
all = ["a.css"]
poster = []
"""
COLOURS = '[colour.ink]\nsrgb = "#10222E"\ncmyk = [60, 30, 0, 90]\n'


def findings(look: str = LOOK, colours: str = COLOURS) -> list[tuple[str, int]]:
    files = {"look.toml": look, "colours.toml": colours, "a.css": ""}
    try:
        read_look("l", "poster", lambda file: files[file.rpartition("/")[2]], {})
    except Problems as problems:
        return [(item.code, item.span.line if item.span else 0) for item in problems.diagnostics]
    return []


def test_good_settings() -> None:
    assert findings() == []


SETTINGS, UNKNOWN = "project/look-settings", "project/look-unknown-key"


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('families = ["Source Sans 3"]\n', "", SETTINGS, 0),
        ('["Source Sans 3"]', "[]", SETTINGS, 1),
        ('["Source Sans 3"]', '"Source Sans 3"', SETTINGS, 1),
        ('["Source Sans 3"]', "['x\"; color: red']", SETTINGS, 1),
        ("families", "familes", UNKNOWN, 1),
        ("[stylesheets]", "[stylesheet]", UNKNOWN, 2),
        ("poster = []", "poster = 5", SETTINGS, 4),
        ("poster = []", 'poster = [""]', SETTINGS, 4),
        ("poster = []\n", "", SETTINGS, 2),
        ("poster = []", "poster = []\nleaflet = true", SETTINGS, 5),
        ("poster", "postr", UNKNOWN, 4),
    ],
)
def test_wrong_settings(old: str, new: str, code: str, line: int) -> None:
    assert findings(look=LOOK.replace(old, new)) == [(code, line)]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("#10222E", "#10222", SETTINGS, 2),
        ("#10222E", "red; } body { display: none", SETTINGS, 2),
        ("#10222E", "#10222E\\n", SETTINGS, 2),
        ('"#10222E"', "1", SETTINGS, 2),
        ("30", "101", SETTINGS, 3),
        ("30", "-1", SETTINGS, 3),
        ("30", "true", SETTINGS, 3),
        ("30", '"30"', SETTINGS, 3),
        (", 90", "", SETTINGS, 3),
        ("[colour.ink]", '[colour."ink: red"]', SETTINGS, 1),
        ("cmyk", "cmky", UNKNOWN, 3),
        ("[colour.ink]", "[colours.ink]", UNKNOWN, 1),
        (COLOURS, "colour = 5", SETTINGS, 1),
        (COLOURS, "colour.ink = 5", SETTINGS, 1),
    ],
)
def test_wrong_colours(old: str, new: str, code: str, line: int) -> None:
    assert findings(colours=COLOURS.replace(old, new)) == [(code, line)]


BOOK = """[colour.house]
srgb = "#0050A0"
cmyk = [100, 60, 0, 0]
spot = "HKS 41 K"
[colour.house-light]
srgb = "#99B9D9"
tint_of = "house"
tint = 40
[colour.cut]
srgb = "#FF00FE"
cmyk = [0, 100, 0, 0]
spot = "CutContour"
overprint = true
"""


def test_tints_and_plates() -> None:
    files = {"look.toml": LOOK, "colours.toml": BOOK, "a.css": ""}
    look = read_look("l", "poster", lambda file: files[file.rpartition("/")[2]], {})
    assert look.colours == (
        Colour("house", "#0050A0", (100, 60, 0, 0), "HKS 41 K"),
        Colour("house-light", "#99B9D9", (100, 60, 0, 0), "HKS 41 K", tint=40),
        Colour("cut", "#FF00FE", (0, 100, 0, 0), "CutContour", overprint=True),
    )


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("tint = 40", "tint = 100", SETTINGS, 8),
        ("tint = 40", "tint = true", SETTINGS, 8),
        ("tint = 40", "", SETTINGS, 5),
        ('tint_of = "house"', 'tint_of = "hause"', "project/look-tint", 7),
        ('tint_of = "house"', 'tint_of = "house-light"', "project/look-tint", 7),
        ("tint = 40", "tint = 40\ncmyk = [0, 0, 0, 9]", UNKNOWN, 9),
        ("overprint = true", "overprint = 1", SETTINGS, 13),
        ('spot = "CutContour"\n', "", SETTINGS, 9),
        ("#FF00FE", "#99B9D9", "project/look-colour-twice", 10),
        ("#FF00FE", "#99b9d9", "project/look-colour-twice", 10),
        ("CutContour", "HKS 41 K", "project/look-spot-twice", 11),
    ],
)
def test_wrong_tints_and_plates(old: str, new: str, code: str, line: int) -> None:
    assert findings(colours=BOOK.replace(old, new)) == [(code, line)]


def test_two_names_for_one_colour_are_fine() -> None:
    assert findings(colours=COLOURS + COLOURS.replace("ink", "text")) == []
