"""Hyphenation dictionaries, remembered in a compact form.

Pyphen parses the German dictionary anew in every process, which costs 1.1 s of a cold build;
the same patterns read back with `marshal` cost 0.05 s (measured, `make bench`).
"""

import hashlib
import marshal
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import pyphen

FORMAT = 1


def cache_folder() -> Path:
    """Where remembered dictionaries lie: `brochure` in the person's cache folder."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "brochure" / "hyphenation"


def remember_dictionaries() -> None:
    """Make Pyphen take its dictionaries from the cache, parsing each only once ever."""
    if not isinstance(pyphen.hdcache, _Dictionaries):
        pyphen.hdcache = _Dictionaries(pyphen.hdcache)


class _Dictionaries(dict[Path, Any]):
    """Pyphen's own cache of dictionaries, which looks on disk before it says «not here»."""

    def __contains__(self, path: object) -> bool:
        if not super().__contains__(path) and isinstance(path, Path):
            self[path] = _dictionary(path)
        return super().__contains__(path)


def _dictionary(path: Path) -> Any:
    cached = cache_folder() / f"{_key(path)}.bin"
    patterns = _read(cached)
    if patterns is None:
        dictionary = pyphen.HyphDict(path)
        if _is_plain(dictionary.patterns):
            _write(cached, dictionary.patterns)
        return dictionary
    dictionary = pyphen.HyphDict.__new__(pyphen.HyphDict)
    dictionary.patterns, dictionary.cache = patterns, {}
    dictionary.maxlen = max(map(len, patterns))
    return dictionary


def _key(path: Path) -> str:
    """The dictionary's bytes, Pyphen's and Python's version: whatever shapes the parsed form."""
    parts = [path.read_bytes(), pyphen.VERSION.encode(), sys.version.encode(), bytes([FORMAT])]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:32]


def _is_plain(patterns: dict[str, Any]) -> bool:
    """Whether no pattern carries Pyphen's own integer class (spelling changes at the break)."""
    return all(type(value) is int for _, values in patterns.values() for value in values)


def _read(cached: Path) -> dict[str, Any] | None:
    """The remembered patterns; anything unreadable or damaged counts as not remembered."""
    try:
        digest, data = cached.read_bytes().split(b"\n", 1)
        if hashlib.sha256(data).hexdigest().encode() != digest:
            return None
        patterns: dict[str, Any] = marshal.loads(data)
        return patterns
    except (OSError, ValueError, EOFError, TypeError):
        return None


def _write(cached: Path, patterns: dict[str, Any]) -> None:
    """Keep the patterns; a cache that can't be written only costs time."""
    data = marshal.dumps(patterns)
    try:
        cached.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=cached.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
        os.replace(name, cached)
    except OSError:
        return
