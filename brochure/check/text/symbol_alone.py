"""text/symbol-alone: a sign that stands for a word has the word beside it.

Rationale: screen readers leave many signs out and name others by their Unicode names, in English
(WCAG 1.1.1, failure F26); who can't tell a tick from a cross sees nothing else.
"""

from collections.abc import Iterator
from unicodedata import category, name

from brochure.check.rule import Rule
from brochure.check.text.listed import Hit
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Passage, Writing

ARROWS = range(0x2190, 0x2200)


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each passage without a word, and for each further sign that is a picture."""
    for passage in writing.passages:
        signs = list(_signs(passage.text, str(rule.limits["read_aloud"])))
        if signs and not any(map(str.isalnum, passage.text)):
            words = passage.text.strip()
            yield rule.at(writing.place(passage.path, words), sign=words)
        else:
            yield from _in_words(writing, rule, passage, signs)


def _in_words(
    writing: Writing, rule: Rule, passage: Passage, signs: list[int]
) -> Iterator[Diagnostic]:
    told: set[str] = set()
    for at in signs:
        sign = passage.text[at]
        if sign not in told:
            told.add(sign)
            span = Hit(writing, passage, at, at + 1).span
            yield rule.at(span, "in-words", sign=sign, name=name(sign, "?").lower())


def _signs(text: str, read_aloud: str) -> Iterator[int]:
    """Where pictures of things and arrows stand, without what is read aloud everywhere."""
    for at, sign in enumerate(text):
        if sign not in read_aloud and (category(sign) == "So" or ord(sign) in ARROWS):
            yield at
