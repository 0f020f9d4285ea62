"""Hyphenation dictionaries, of which only those patterns are parsed that a word has.

Pyphen parses all 66,000 patterns of the German dictionary when it opens it, which costs 1 s of a
cold build; a brochure has a thousand of them. Finding out which line is which pattern takes 0.05 s.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyphen

from brochure.recent import Recent

WORDS = 20_000
"""Words whose breaks stay in memory: records bring new ones without end."""
PATTERN = re.compile(rf"^\s*+(?!{'|'.join(pyphen.ignored)})(.*[1-9].*)$", re.MULTILINE)
"""A line that Pyphen neither ignores nor skips for having only zeros."""


def open_lazily() -> None:
    """Make Pyphen open its dictionaries without parsing them."""
    if not isinstance(pyphen.hdcache, _Dictionaries):
        pyphen.hdcache = _Dictionaries(pyphen.hdcache)


class _Dictionaries(dict[Path, Any]):
    """Pyphen's own cache of dictionaries, which opens one before it says «not here»."""

    def __contains__(self, path: object) -> bool:
        if not super().__contains__(path) and isinstance(path, Path):
            self[path] = LazyDictionary(path)
        return super().__contains__(path)


class LazyDictionary(pyphen.HyphDict):  # type: ignore[misc]  # Pyphen has no types
    """A dictionary that has its patterns parsed, by Pyphen, when a word first asks for them."""

    def __init__(self, path: Path) -> None:
        self.unread = lines_by_letters(path)
        self.maxlen = max(map(len, self.unread))
        self.patterns: dict[str, Any] = {}
        self.cache: Recent[str, Any] = Recent(WORDS)

    def positions(self, word: str) -> list[int]:
        """Where the word can be broken."""
        word = word.lower()
        if word not in self.cache and (lines := self._unread_in(f".{word}.")):
            self.patterns |= pyphen.HyphDict(_File(lines)).patterns
        found: list[int] = super().positions(word)
        return found

    def _unread_in(self, word: str) -> list[str]:
        end = len(word) + 1
        parts = {
            word[start:stop]
            for start in range(end)
            for stop in range(start + 1, min(start + 1 + self.maxlen, end))
        }
        return [self.unread.pop(part) for part in parts if part in self.unread]


def lines_by_letters(path: Path) -> dict[str, str]:
    """The lines of a dictionary by the letters of their pattern; the last of several counts."""
    lines = PATTERN.findall(_text(path).partition("\n")[2])
    patterns = "\n".join(lines)
    if "/" in patterns:  # a spelling that changes at the break: `a1la/a=a,1,1`
        patterns = "\n".join(_pattern(line) for line in lines)
    # Bytes lose their digits ten times as fast as letters do.
    letters = patterns.encode().translate(None, b"0123456789").decode()
    return dict(zip(map(str.strip, letters.split("\n")), lines, strict=True))


def _text(path: Path) -> str:
    """A dictionary as Pyphen reads it."""
    encoding = path.read_bytes().partition(b"\n")[0].decode().strip()
    text = path.read_text("cp1251" if encoding.lower() == "microsoft-cp1251" else encoding)
    if "^^" in text:
        text = pyphen.parse_hex(lambda match: chr(int(match[1], 16)), text)
    return text


def _pattern(line: str) -> str:
    return line.partition("/")[0] if "=" in line else line


@dataclass(frozen=True)
class _File:
    """Some lines of a dictionary as if they were a file of their own, for Pyphen to parse."""

    lines: Sequence[str]

    def open(self, _: str) -> io.BytesIO:
        return io.BytesIO(b"UTF-8\n")

    def read_text(self, _: str) -> str:
        return "\n".join(("UTF-8", *self.lines))
