"""`brochure cache` and the options of a build that go with it."""

import json
from pathlib import Path
from typing import Any

import pytest

from brochure import cache
from brochure.diagnostics import ExitCode


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BROCHURE_CACHE", str(tmp_path / "kept"))
    monkeypatch.setattr(cache, "_limit", cache.LARGEST)
    return tmp_path / "kept"


def test_it_shows_what_is_kept_and_removes_it(call: Any, folder: Path) -> None:
    cache.keep("fragments", "a", b"x" * 5000)
    cache.keep("fragments", "b", b"x" * 5000)
    cache.keep("fonts", "c", b"x" * 900)
    shown = call("cache")
    assert shown.exit_code == 0
    assert "fragments" in shown.stdout and "fonts" in shown.stdout
    assert f"3 entries, 11 kB, in {folder}." in shown.stderr
    facts = json.loads(call("cache", "--report", "json").stdout)
    assert facts["kinds"]["fragments"][0] == 2
    assert call("cache", "clear").exit_code == 0
    assert list(cache.entries()) == []
    assert "0 entries" in call("cache").stderr


def test_nothing_but_entries_is_removed(call: Any, folder: Path) -> None:
    cache.keep("fragments", "a", b"x")
    (folder / "mine.txt").write_text("mine")
    call("cache", "clear")
    assert (folder / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "size"),
    [("500MB", 500_000_000), ("2GiB", 2 * 1024**3), ("1,5 GB", 1_500_000_000), ("1000", 1000)],
)
def test_sizes(call: Any, words: str, size: int) -> None:
    assert call("build", "--cache-size", words).exit_code == 0
    assert cache._limit == size


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("--cache-size", "much", "wrong-size"),
        ("--cache-size", "-1MB", "wrong-size"),
        ("--jobs", "0", "not-a-count"),
        ("--jobs", "two", "not-a-count"),
    ],
)
def test_what_is_no_size_or_number_is_told(call: Any, option: str, value: str, code: str) -> None:
    result = call("build", option, value)
    assert result.exit_code == ExitCode.USAGE
    assert f"error[cli/{code}]" in result.stderr and value in result.stderr
