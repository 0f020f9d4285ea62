"""The history keeps every round, and trials never come to be shown."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.series import HISTORY, Measured, Missing, Series, keep, latest, load

rounds = st.lists(st.floats(0, 1e4).map(lambda value: round(value, 4)), max_size=9).map(tuple)
cells = st.one_of(
    st.builds(Missing, st.text(), st.text()),
    st.builds(Measured, rounds, rounds, st.none() | st.floats(1, 999), st.none() | st.just(12)),
)
SERIES = Series("2026-11-24", "quick", False, {"cores": 2}, {"brochure": "1"})


@given(row=st.dictionaries(st.text(max_size=9), cells, max_size=4))
def test_what_is_kept_comes_back(
    row: dict[str, Measured | Missing], tmp_path_factory: pytest.TempPathFactory
) -> None:
    series = replace(SERIES, rows={"cold": row})
    assert load(keep(series, tmp_path_factory.mktemp("history"))) == [series]


def test_a_day_has_one_file_with_all_its_series(tmp_path: Path) -> None:
    for scope in ("quick", "full"):
        file = keep(replace(SERIES, scope=scope), tmp_path)
    assert file.name == "2026-11-24.json"
    assert [series.scope for series in load(file)] == ["quick", "full"]


def test_a_trial_is_kept_but_never_shown(tmp_path: Path) -> None:
    assert latest(tmp_path) is None
    keep(replace(SERIES, trial=True), tmp_path)
    assert latest(tmp_path) is None


def test_the_last_full_series_is_shown_before_a_later_quick_one(tmp_path: Path) -> None:
    keep(replace(SERIES, day="2026-11-24"), tmp_path)
    quick = latest(tmp_path)
    assert quick and quick.scope == "quick"
    keep(replace(SERIES, day="2026-11-25", scope="full"), tmp_path)
    keep(replace(SERIES, day="2026-11-26"), tmp_path)
    found = latest(tmp_path)
    assert found and (found.day, found.scope) == ("2026-11-25", "full")


@pytest.mark.parametrize("file", sorted(HISTORY.glob("*.json")), ids=lambda file: file.stem)
def test_the_history_names_no_machine_and_no_path(file: Path) -> None:
    for series in load(file):
        assert series.day == file.stem
        assert set(series.machine) == MACHINE
    assert not any(word in file.read_text("utf-8") for word in ("/home", "/work", "/tmp", "/root"))


MACHINE = {
    "cores", "processor", "memory GiB", "system", "python", "load before", "load after",
}  # fmt: skip
