"""Settings of a look: each wrong value is told once, at its line, and nothing strange gets on."""

import pytest

from brochure.diagnostics import Problems
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
