"""Words and phrases of a list in a text.

Rationale: which phrases are wrong differs by language and grows with use, so they are data
(`catalog/data/wording/`). A language without a list is said to be unchecked, not passed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from brochure.catalog.wording import pattern
from brochure.check.registry import Skipped
from brochure.diagnostics import Span
from brochure.document.writing import Passage, Writing


@dataclass(frozen=True)
class Hit:
    """Words that were looked for, and where they stand."""

    words: str
    span: Span
    passage: Passage


def listed(writing: Writing, name: str) -> re.Pattern[str]:
    """What finds the phrases of a list in the language of a text."""
    if (found := pattern(writing.language, name)) is None:
        raise Skipped("text/skipped/language")
    return found


def hits(writing: Writing, passages: Iterable[Passage], wanted: re.Pattern[str]) -> Iterator[Hit]:
    """Every place in some passages where a pattern is found."""
    for passage in passages:
        for found in wanted.finditer(passage.text):
            yield hit(writing, passage, found.start(), found.end())


def hit(writing: Writing, passage: Passage, start: int, end: int) -> Hit:
    """A part of a passage as it is told: in one line, with its place."""
    words = passage.text[start:end]
    span = writing.place(passage.path, words, passage.text[:start])
    return Hit(" ".join(words.split()), span, passage)


def of_list(writing: Writing, name: str) -> Iterator[Hit]:
    """Every place in a text where a phrase of a list stands."""
    return hits(writing, writing.passages, listed(writing, name))


def shortened(text: str, limit: int = 60) -> str:
    """A text as it is quoted in a finding."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[:limit].rstrip()}…"
