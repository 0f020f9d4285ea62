"""A text in one language as it was written: its passages, and where each word stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from brochure.diagnostics import Span
from brochure.document.document import Source
from brochure.document.paragraphs import Paragraph, paragraphs
from brochure.document.walk import KeyPath, texts

LINE_BREAK = re.compile(r"\r\n|\r|\n")
ALIKE = ({*"\"„“”‚‘'’»«"}, {*"-–—‐‑"})
"""Signs that are written one way and may be meant another."""
LONGEST = 500
"""Letters that are looked for; no line of a file shows more."""
MOST_SEARCHED = 20_000
"""Letters of one text that are searched; one that is longer is told where it begins."""
RUNNING = frozenset({"text", "quote"})
UNREAD = frozenset({"keywords"})


@dataclass(frozen=True)
class Passage:
    """One paragraph, and the key path of the text it stands in."""

    path: KeyPath
    paragraph: Paragraph = field(repr=False)

    @property
    def text(self) -> str:
        """Its words without marks."""
        return self.paragraph.text

    @property
    def key(self) -> str:
        """The key that names its text: `heading`, `alt`, `text`."""
        return next(str(step) for step in reversed(self.path) if isinstance(step, str))

    @property
    def is_running(self) -> bool:
        """Whether it is made of sentences, not a label, a name or a heading."""
        return self.key in RUNNING


@dataclass(frozen=True)
class Writing:
    """What checks of words look at: a document with its places, and the file it was read from."""

    source: Source
    file_text: str = field(default="", repr=False)

    @property
    def language(self) -> str:
        """The language it says it is written in."""
        return self.source.language

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Everything that is read, in the order of reading."""
        found = texts(self.source.document)
        return tuple(
            Passage(path, paragraph)
            for path, kind, text in found
            if not UNREAD & set(path)
            for paragraph in paragraphs(text, kind)
        )

    def of(self, *keys: str) -> Iterator[Passage]:
        """The passages whose text has one of these keys."""
        return (passage for passage in self.passages if passage.key in keys)

    def place(self, path: KeyPath, words: str = "", before: str = "") -> Span:
        """Where words of a text stand, as far as they can be found; else where the text begins.

        `before` is what comes before them: the words may be there more than once.
        """
        span = self._span_of(path)
        if not words.split() or not span.line or len(before) > MOST_SEARCHED:
            return span
        start, end = self._range(span)
        written = re.compile(_written(words))
        found = list(written.finditer(self.file_text[start : min(end, start + MOST_SEARCHED)]))
        if not found:
            return span
        wanted = found[min(len(written.findall(before)), len(found) - 1)]
        return self._span(start + wanted.start(), start + wanted.end())

    def written(self) -> Iterator[tuple[KeyPath, str, int]]:
        """Each text that is read as the file has it, and where it begins there."""
        for path, _, _ in texts(self.source.document):
            if (span := self.source.places.get(path)) and span.line:
                start, end = self._range(span)
                yield path, self.file_text[start:end], start

    def span_at(self, start: int, length: int = 1) -> Span:
        """The place of a letter of the file."""
        return self._span(start, start + length)

    def _span_of(self, path: KeyPath) -> Span:
        places = self.source.places
        while path and path not in places:
            path = path[:-1]
        return places.get(path, Span(self.source.file))

    def _range(self, span: Span) -> tuple[int, int]:
        """From where a value begins to where the next one does, its key included."""
        start = self._index(span)
        following = bisect_right(self._starts, start)
        return start, (*self._starts, len(self.file_text))[following]

    def _span(self, start: int, end: int) -> Span:
        line = bisect_right(self._lines, start) - 1
        shown = LINE_BREAK.split(self.file_text[start:end], maxsplit=1)[0]
        column = start - self._lines[line] + 1
        return Span(self.source.file, line + 1, column, max(1, len(shown)))

    def _index(self, span: Span) -> int:
        line = min(span.line, len(self._lines)) - 1
        return min(self._lines[line] + span.column - 1, len(self.file_text))

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(found.end() for found in LINE_BREAK.finditer(self.file_text))]

    @cached_property
    def _starts(self) -> list[int]:
        """Where values begin, in order."""
        return sorted({self._index(span) for span in self.source.places.values() if span.line})


def _written(words: str) -> str:
    """What finds words in a file, wherever lines end or are emphasised, with any marks."""
    return r"[*_\\]*\s+[*_\\]*".join("".join(map(_sign, word)) for word in words[:LONGEST].split())


def _sign(sign: str) -> str:
    alike = next((group for group in ALIKE if sign in group), None)
    return rf"\\?[{re.escape(''.join(sorted(alike)))}]" if alike else re.escape(sign)
