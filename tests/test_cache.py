"""What is kept comes back whole or not at all, and the folder does not grow for ever."""

import os
from collections.abc import Iterator
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


class Shared:
    """A second level in memory."""

    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {}

    def read(self, name: str) -> bytes:
        try:
            return self.entries[name]
        except KeyError:
            raise FileNotFoundError(name) from None

    def write(self, name: str, data: bytes) -> None:
        self.entries[name] = data


@pytest.fixture
def shared() -> Iterator[Shared]:
    level = Shared()
    cache.beyond(["kind"], level)
    yield level
    cache.beyond(["kind"], None)


def test_what_one_machine_keeps_another_recalls(shared: Shared, folder: Path) -> None:
    cache.keep("kind", "a", b"one")
    cache.keep("other", "a", b"alone")
    assert list(shared.entries) == ["kind/a"]
    cache.clear()
    assert cache.recall("kind", "a") == b"one"
    assert cache.recall("other", "a") is None
    assert cache.recall("kind", "b") is None
    shared.entries.clear()  # from now on it is here too
    assert cache.recall("kind", "a") == b"one"


def test_a_damaged_entry_of_the_second_level_is_not_there(shared: Shared) -> None:
    cache.keep("kind", "a", b"one")
    cache.clear()
    shared.entries["kind/a"] += b"x"
    assert cache.recall("kind", "a") is None
    cache.keep("kind", "a", b"one")
    cache.clear()
    assert cache.recall("kind", "a") == b"one"


def test_without_a_second_level_nothing_is_asked_of_it(shared: Shared) -> None:
    cache.beyond(["kind"], None)
    cache.keep("kind", "a", b"one")
    assert not shared.entries
