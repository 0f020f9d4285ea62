"""What is kept comes back whole or not at all, and the folder does not grow for ever."""

import os
from pathlib import Path

import pytest

from brochure import cache


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "brochure" / "kind"


def test_what_is_kept_comes_back(folder: Path) -> None:
    assert cache.recall("kind", "a") is None
    cache.keep("kind", "a", b"one\ntwo")
    assert cache.recall("kind", "a") == b"one\ntwo"
    assert cache.recall("other", "a") is None
    assert folder.stat().st_mode & 0o77 == 0


@pytest.mark.parametrize("damage", [b"", b"x", b"0" * 64 + b"\none", None])
def test_a_damaged_entry_is_not_there(damage: bytes | None, folder: Path) -> None:
    cache.keep("kind", "a", b"one two three")
    (file,) = folder.iterdir()
    file.write_bytes(file.read_bytes()[:-3] if damage is None else damage)
    assert cache.recall("kind", "a") is None
    cache.keep("kind", "a", b"again")
    assert cache.recall("kind", "a") == b"again"


def test_a_folder_that_cannot_be_written_only_costs_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    cache.keep("kind", "a", b"one")
    assert cache.recall("kind", "a") is None


def test_what_was_not_used_for_longest_goes_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_limit", 250)
    for key, time in (("a", 1), ("b", 2)):
        cache.keep("kind", key, b"x" * 30)
        os.utime(folder / f"{key}.bin", (time, time))
    assert cache.recall("kind", "a")  # used now
    cache.keep("kind", "c", b"x" * 30)
    assert sorted(path.stem for path in folder.iterdir()) == ["a", "c"]


def test_keys_tell_everything_apart() -> None:
    keys = {cache.key_of(*parts) for parts in (("ab", "c"), ("a", "bc"), (b"ab", "c"), (1, 1.0))}
    assert len(keys) == 4
