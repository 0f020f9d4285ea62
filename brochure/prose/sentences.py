"""Where sentences end, and what their words are.

A full stop also ends an abbreviation (`z. B.`, `Dr.`), an ordinal (`3. Mai`) and an initial
(`J. Bach`); only what is no such thing ends a sentence.
"""

import re
from dataclasses import dataclass
from functools import cache

from brochure.catalog.wording import pattern, wording

WORD = re.compile(r"[^\W_]+(?:(?:[-‐‑'’·•]|(?<=\d)[.,:](?=\d))[^\W_]+)*")
LETTER = re.compile(r"[^\W\d_]")
END = re.compile(r"[.!?…]+[\"'”“‘’»«)\]]*(?=\s|$)|\u2028")
ORDINAL = re.compile(r"(?<![\w.,])(?:\d{1,2}|[IVX]{1,5})\.$")
INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.$")
LONGEST = 40  # letters of an abbreviation, with what is before it
SMALL = re.compile(r"\s+[\"'„“‚‘«»(\[]*[^\W\d_]")


@dataclass(frozen=True)
class Sentence:
    """A sentence and where it begins in its text."""

    text: str
    start: int

    @property
    def words(self) -> list[str]:
        """Its words; numbers and compounds with hyphens are one each."""
        return WORD.findall(self.text)


def sentences(text: str, language: str) -> list[Sentence]:
    """The sentences of a text; what has no letter is none."""
    found: list[Sentence] = []
    start = 0
    for end in [*_ends(text, language), len(text)]:
        part = text[start:end]
        if LETTER.search(part):
            indent = len(part) - len(part.lstrip())
            found.append(Sentence(part.strip(), start + indent))
        start = end
    return found


def _ends(text: str, language: str) -> list[int]:
    return [end.end() for end in END.finditer(text) if _is_end(text, end, language)]


def _is_end(text: str, end: re.Match[str], language: str) -> bool:
    following = SMALL.match(text, end.end())
    if following and following[0][-1].islower() and end[0][0] in ".…":
        return False  # no sentence begins with a small letter
    if end[0] != ".":
        return True
    before = text[max(0, end.end() - LONGEST) : end.end()]
    if following is None and not text[end.end() :].strip():
        return True
    new = _begins_sentence(text[end.end() :], language)
    if _ends_with("abbreviations", language).search(before):
        return new and bool(_ends_with("closing_abbreviations", language).search(before))
    return new or not (INITIAL.search(before[-3:]) or ORDINAL.search(before[-8:]))


def _begins_sentence(following: str, language: str) -> bool:
    """Whether the next word begins a sentence, and is no month or noun that was counted."""
    first = WORD.search(following)
    starts = frozenset(wording(language).get("sentence_starts", ()))
    return first is not None and first[0] in starts


@cache
def _ends_with(name: str, language: str) -> re.Pattern[str]:
    """A phrase of a list at the end of what was read."""
    listed = pattern(language, name)
    return re.compile(rf"(?:{listed.pattern})$" if listed else r"(?!)", re.IGNORECASE)
