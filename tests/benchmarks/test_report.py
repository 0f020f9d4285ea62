"""The README says what the history says, and a missing figure is a word with its reason."""

from dataclasses import replace

import pytest

from benchmarks.goals import goals
from benchmarks.report import BEGIN, END, NONE, PLOT, README, bar, number, placed, report
from benchmarks.series import Cell, Measured, Missing, Series, latest

MACHINE = {"cores": 2, "processor": "Some CPU", "system": "Linux 6", "python": "3.11"}
ROWS: dict[str, dict[str, Cell]] = {
    "cold": {
        "brochure": Measured((1.0, 1.2, 1.1), (2.0, 2.1, 2.2), 111.1),
        "WeasyPrint": Measured((4.0, 4.1, 3.9), (3.9, 4.0, 3.8), 94),
        "Typst": Missing("not here", "`make bench-peers` installs it"),
    },
    "link-warm": {"brochure": Missing("not yet", "there is no linker")},
}
SERIES = Series("2026-11-24", "quick", False, MACHINE, {"Typst": "0.15"}, ROWS)


def test_the_readme_says_what_the_history_says() -> None:
    text = README.read_text("utf-8")
    assert placed(text, latest()) == text


def test_the_picture_is_there_if_the_readme_shows_it() -> None:
    assert PLOT.exists() == (latest() is not None)


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    text = f"before\n{BEGIN}\nveraltet\n{END}\nafter\n"
    once = placed(text, SERIES)
    assert once.startswith(f"before\n{BEGIN}\n") and once.endswith(f"\n{END}\nafter\n")
    assert "veraltet" not in once
    assert placed(once, SERIES) == once
    assert NONE in placed(once, None)


@pytest.mark.parametrize("text", ["", BEGIN, f"{END}{BEGIN}"])
def test_a_readme_without_marks_is_not_touched(text: str) -> None:
    with pytest.raises(ValueError, match="lacks"):
        placed(text, SERIES)


def test_figures_have_their_spread_and_what_is_missing_its_reason() -> None:
    text = report(SERIES)
    assert "| wall s | 1.10 (1.00–1.20) | 4.00 (3.90–4.10) | not here |" in text
    assert "| peak MiB | 111 | 94.0 | not here |" in text
    assert (
        "- not here: Typst, cold build, 12 pages, no cache: `make bench-peers` installs it." in text
    )
    assert "- not yet: brochure, link of 12 kept pages, warm: there is no linker." in text


def test_a_goal_that_is_met_needs_no_lever_and_one_that_is_missed_has_one() -> None:
    (met,) = (line for line in report(SERIES).splitlines() if "at most 0.4 of WeasyPrint" in line)
    assert met.endswith("| 0.28 (0.25–0.29) | met |  |")
    slow = replace(SERIES, rows={"cold": {**ROWS["cold"], "brochure": ROWS["cold"]["WeasyPrint"]}})
    (missed,) = (line for line in report(slow).splitlines() if "of WeasyPrint" in line)
    assert "| 1.00 | **missed** | load the engine" in missed


def test_a_trial_says_so_first() -> None:
    assert report(replace(SERIES, trial=True)).startswith("**A trial run")
    assert "trial" not in report(SERIES)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0123, "0.012"), (0.5, "0.50"), (4.567, "4.57"), (12.34, "12.3"), (458.2, "458")],
)
def test_a_number_has_the_digits_that_say_something(value: float, text: str) -> None:
    assert number(value) == text


def test_every_goal_can_be_read() -> None:
    words = [bar(goal) for goal in goals()]
    assert len({(goal.row, bar(goal)) for goal in goals()}) == len(words)
    assert all("at most" in text or "at least" in text for text in words)
    assert "at least 40 PDFs a second and core" in words
    assert "wall of Chromium at least 5 times ours" in words
