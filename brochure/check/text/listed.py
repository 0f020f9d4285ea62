"""Words and phrases in a text: those of a list, those of a form.

Rationale: which phrases are wrong differs by language and grows with use, so they are data
(`catalog/data/wording/`). A language without a list is said to be unchecked, not passed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from brochure.catalog.wording import pattern
from brochure.check.registry import Skipped
from brochure.diagnostics import Span
from brochure.document.writing import Passage, Writing

MOST = 500
"""Hits in one passage; a text that is full of them needs no more to be told."""


@dataclass(frozen=True)
class Hit:
    """A part of a passage that is told."""

    writing: Writing
    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        """Its words, in one line."""
        return " ".join(self.passage.text[self.start : self.end].split())

    @property
    def span(self) -> Span:
        """Where they stand in the file."""
        text = self.passage.text
        words, before = text[self.start : self.end], text[: self.start]
        return self.writing.place(self.passage.path, words, before)


def listed(writing: Writing, name: str) -> re.Pattern[str]:
    """What finds the phrases of a list in the language of a text."""
    if (found := pattern(writing.language, name)) is None:
        raise Skipped("text/skipped/language")
    return found


def hits(writing: Writing, passages: Iterable[Passage], wanted: re.Pattern[str]) -> Iterator[Hit]:
    """Every place in some passages where a pattern is found."""
    for passage in passages:
        for found in islice(wanted.finditer(passage.text), MOST):
            yield Hit(writing, passage, *found.span())


def of_list(writing: Writing, name: str) -> Iterator[Hit]:
    """Every place in a text where a phrase of a list stands."""
    return hits(writing, writing.passages, listed(writing, name))


def shortened(text: str, limit: int = 60) -> str:
    """A text as it is quoted in a finding."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[:limit].rstrip()}…"
