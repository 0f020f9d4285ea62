"""Remembered dictionaries hyphenate like parsed ones, and a damaged memory is not trusted."""

from pathlib import Path

import pyphen
import pytest

from brochure.layout import hyphenation

WORDS = ["Ermöglicherstadt", "Botschafterinnen", "Wandlungsfähigkeit", "Strukturwandel", "Öl"]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "brochure" / "hyphenation"


@pytest.mark.parametrize("language", ["fr", "ru", "nl", "hu"])
def test_same_breaks_parsed_remembered_and_read_back(language: str, cache: Path) -> None:
    path = pyphen.LANGUAGES[language]
    parsed = pyphen.HyphDict(path)
    for dictionary in (hyphenation._dictionary(path), hyphenation._dictionary(path)):
        assert dictionary.patterns == parsed.patterns
        assert dictionary.maxlen == parsed.maxlen
        assert [dictionary.positions(word) for word in WORDS] == [
            parsed.positions(word) for word in WORDS
        ]


@pytest.mark.parametrize("damage", [b"", b"x", b"0" * 64 + b"\n{}", None])
def test_a_damaged_memory_is_made_again(damage: bytes | None, cache: Path) -> None:
    path = pyphen.LANGUAGES["fr"]
    first = hyphenation._dictionary(path)
    (file,) = cache.iterdir()
    file.write_bytes(file.read_bytes()[:-9] if damage is None else damage)
    assert hyphenation._dictionary(path).patterns == first.patterns


def test_a_folder_that_cannot_be_written_only_costs_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert hyphenation._dictionary(pyphen.LANGUAGES["fr"]).patterns
