"""Formats and folds: the catalogue's own fit, paper folds so, faults are told at their line."""

from importlib.resources import files
from itertools import pairwise

import pytest

from brochure.catalog import Format, Side, known, legible_x_height
from brochure.diagnostics import Problems
from brochure.look import read_format

FOLDER = files("brochure.catalog").joinpath("data", "formats")
FOLDED = [name for name in known("formats") if Format.named(name).fold]
LEAFLET = FOLDER.joinpath("dl-leaflet.toml").read_text("utf-8")


def sides(name: str) -> tuple[Side, Side]:
    outside, inside = Format.named(name).sides
    return outside, inside


@pytest.mark.parametrize("name", known("formats"))
def test_the_catalogue_keeps_its_own_rules(name: str) -> None:
    text = FOLDER.joinpath(f"{name}.toml").read_text("utf-8")
    assert read_format(name, f"formats/{name}.toml", text) == Format.named(name)


@pytest.mark.parametrize("name", FOLDED)
def test_each_panel_has_one_of_its_size_behind_it(name: str) -> None:
    outside, inside = sides(name)
    width = Format.named(name).width
    behind = {
        (round(width - panel.left - panel.width, 3), panel.top, panel.width, panel.height)
        for panel in outside.panels
    }
    assert behind == {(round(p.left, 3), p.top, p.width, p.height) for p in inside.panels}


@pytest.mark.parametrize("name", FOLDED)
def test_each_panel_is_read_once(name: str) -> None:
    read = sorted(panel.read for side in sides(name) for panel in side.panels)
    assert read == list(range(1, len(read) + 1))


@pytest.mark.parametrize("name", FOLDED)
def test_a_fold_bends_the_other_way_seen_from_the_other_side(name: str) -> None:
    outside, inside = sides(name)
    width = Format.named(name).width

    def seen_through(side: Side) -> set[object]:
        return {
            (
                frozenset((round(width - x, 3), y) for x, y in (crease.start, crease.end)),
                crease.bend,
            )
            for crease in side.creases
        }

    other = {"valley": "mountain", "mountain": "valley"}
    assert seen_through(outside) == {
        (frozenset((round(x, 3), y) for x, y in (crease.start, crease.end)), other[crease.bend])
        for crease in inside.creases
    }


def turns(side: Side, name: str) -> dict[str, int]:
    """How often paper is turned over from the front's panel to each other one, along the sheet."""
    front = next(panel for panel in sides(name)[0].panels if panel.role == "front")
    across = sorted({panel.left for panel in side.panels})
    down = sorted({panel.top for panel in side.panels})
    width = Format.named(name).width
    at = front.left if side.name == "outside" else width - front.left - front.width
    column = min(range(len(across)), key=lambda index: abs(across[index] - at))
    row = down.index(front.top)
    return {
        panel.role: abs(across.index(panel.left) - column) + abs(down.index(panel.top) - row)
        for panel in side.panels
    }


@pytest.mark.parametrize("name", FOLDED)
def test_the_cover_looks_out_of_the_folded_leaflet_and_so_does_its_back(name: str) -> None:
    """A fold turns paper over: what lies an odd number of folds away looks the other way."""
    outside, inside = sides(name)
    looks_up = {role for role, count in turns(outside, name).items() if count % 2 == 0}
    looks_up |= {role for role, count in turns(inside, name).items() if count % 2 == 1}
    assert "front" in looks_up
    back = {panel.role for side in (outside, inside) for panel in side.panels} & {"back"}
    assert not back & looks_up


@pytest.mark.parametrize("name", [name for name in FOLDED if len(sides(name)[0].panels) == 4])
def test_what_stands_on_its_head_is_one_level_fold_away_from_the_cover(name: str) -> None:
    outside, _ = sides(name)
    front = next(panel for panel in outside.panels if panel.role == "front")
    for panel in outside.panels:
        assert panel.turned == (panel.top != front.top)


@pytest.mark.parametrize(
    ("name", "folded_in"), [("dl-leaflet", ["flap"]), ("gate-leaflet", ["wing-1", "wing-2"])]
)
def test_a_panel_that_folds_in_is_narrower(name: str, folded_in: list[str]) -> None:
    outside, _ = sides(name)
    narrow = {panel.width for panel in outside.panels if panel.role in folded_in}
    others = {panel.width for panel in outside.panels if panel.role not in folded_in}
    assert 2 <= min(others) - max(narrow) <= 3


def test_sheets_of_din_halve() -> None:
    posters = [Format.named(f"a{number}-poster") for number in range(5)]
    for large, small in pairwise(posters):
        assert (small.height, small.width) == (large.width, large.height // 2)


def test_words_to_be_read_from_afar() -> None:
    assert legible_x_height(0) == 0
    assert legible_x_height(5) == pytest.approx(10.3, abs=0.05)  # five minutes, seen at 0.7


SETTINGS, PANELS = "project/format-settings", "project/format-panels"


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("columns = [100, 100, 97]", "columns = [100, 100, 100]", PANELS, 9),
        ("columns = [100, 100, 97]", "columns = [100, 197]", f"{PANELS}/count", 9),
        ("columns = [100, 100, 97]", "columns = [100, 100, -97]", SETTINGS, 9),
        ('fold = "letter"', 'fold = "leter"', "project/unknown-fold", 8),
        ('fold = "letter"\n', "", SETTINGS, 0),
        ("bleed = 3", "bleed = 200", "project/format-bleed", 6),
        ("bleed = 3", "bleed = { top = 3, rihgt = 3 }", SETTINGS, 6),
        ("bleed = 3", "bleed = -1", SETTINGS, 6),
        ("width = 297", 'width = "297"', SETTINGS, 4),
        ("width = 297", "width = nan", SETTINGS, 4),
        ("width = 297\n", "", SETTINGS, 0),
        ("height = 210", "heigth = 210", "project/format-unknown-key", 5),
        ('kind = "leaflet"', 'kind = "flyer"', SETTINGS, 3),
        ('["outside", "inside"]', "[]", SETTINGS, 7),
        ('["outside", "inside"]', '["outside", "insde"]', SETTINGS, 7),
        ('en = "DL leaflet"', 'en = ""', SETTINGS, 10),
        ("bleed = 3", "bleed = 3 mm", "project/toml", 6),
    ],
)
def test_a_wrong_format_is_told_at_its_line(old: str, new: str, code: str, line: int) -> None:
    assert old in LEAFLET
    with pytest.raises(Problems) as raised:
        read_format("mine", "formats/mine.toml", LEAFLET.replace(old, new))
    found = [(item.sentence, item.span and item.span.line) for item in raised.value.diagnostics]
    assert (code, line) in found
    assert all(
        item.span and item.span.file == "formats/mine.toml" for item in raised.value.diagnostics
    )


def test_a_bleed_may_differ_from_edge_to_edge() -> None:
    bleed = "bleed = { top = 3, right = 5, bottom = 3 }"
    found = read_format("mine", "formats/mine.toml", LEAFLET.replace("bleed = 3", bleed)).bleed
    assert (found.top, found.right, found.bottom, found.left) == (3, 5, 3, 0)
