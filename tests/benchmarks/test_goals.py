"""Goals are data that name what there is; a verdict is met, missed, or why there is none."""

import pytest

from benchmarks.goals import Goal, goals, judge
from benchmarks.rows import ROWS
from benchmarks.series import Cell, Measured, Missing, Series

ROWS_BY_NAME = {row.name: row for row in ROWS}


def series(**rows: dict[str, Cell]) -> Series:
    return Series("2026-11-24", "quick", False, {}, {}, rows)


def goal(**values: object) -> Goal:
    return Goal(**{"row": "cold", "figure": "wall", "lever": "", **values})  # type: ignore[arg-type]


@pytest.mark.parametrize("found", goals(), ids=lambda found: f"{found.row}-{found.figure}")
def test_a_goal_names_a_row_its_figure_and_those_that_take_part(found: Goal) -> None:
    row = ROWS_BY_NAME[found.row]
    assert found.figure in (*row.figures, "uneven", "base-memory")
    assert (found.at_most is None) != (found.at_least is None)
    assert set(found.ratio or ()) <= set(row.makers)
    assert found.lever


def test_every_row_has_a_goal() -> None:
    assert {row.name for row in ROWS} == {found.row for found in goals()}


@pytest.mark.parametrize(
    ("bar", "wall", "word"),
    [
        ({"at_most": 0.2}, (0.1, 0.2, 9), "met"),
        ({"at_most": 0.2}, (0.1, 0.21, 9), "missed"),
        ({"at_least": 40}, (40,), "met"),
        ({"at_least": 40}, (39.9,), "missed"),
    ],
)
def test_the_median_is_held_against_the_bar(
    bar: dict[str, float], wall: tuple[float, ...], word: str
) -> None:
    found = series(cold={"brochure": Measured(wall, wall)})
    assert judge(goal(**bar), found).word == word


def test_a_ratio_is_the_first_over_the_second() -> None:
    found = series(cold={"brochure": Measured((2,), (1,)), "Chromium": Measured((12,), (1,))})
    verdict = judge(goal(ratio=("Chromium", "brochure"), at_least=5), found)
    assert verdict.found and (verdict.found.median, verdict.word) == (6, "met")


def test_what_is_missing_is_never_a_number() -> None:
    missing = Missing("not yet", "there is no linker")
    found = series(cold={"brochure": missing, "Chromium": Measured((1,), (1,))})
    for asked in (goal(at_most=1), goal(at_most=1, ratio=("Chromium", "brochure"))):
        verdict = judge(asked, found)
        assert (verdict.found, verdict.word, verdict.missing) == (None, "not yet", missing)


def test_a_row_that_was_left_out_was_not_measured() -> None:
    assert judge(goal(at_most=1), series()).word == "not measured"


def test_a_size_that_is_missing_leaves_growth_unsaid() -> None:
    row: dict[str, Cell] = {"a": Measured((1,), (1,), 1, 12), "b": Missing("not yet", "so")}
    assert judge(goal(row="pages", figure="uneven", at_most=1), series(pages=row)).found is None
