"""text/spaced-letters: letters are spaced by the look, not by typed blanks.

Rationale: “S o m m e r” is read letter by letter, and no search finds it (WCAG 1.3.2, failure F32).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from brochure.check.rule import Rule
from brochure.check.text.listed import hits
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing

SPACED = re.compile(r"(?<![\w.])[^\W\d_](?:[ \u00a0\u202f][^\W\d_]){2,}(?![\w.])")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each word of single letters."""
    for hit in hits(writing, writing.passages, SPACED):
        letters = hit.words.split()
        if len(letters) >= rule.limit("letters") and not _is_alphabet(letters):
            yield rule.at(hit.span, words=hit.words, word="".join(letters))


def _is_alphabet(letters: list[str]) -> bool:
    """Whether they count something: Zone A B C D."""
    return all(ord(second) == ord(first) + 1 for first, second in pairwise(letters))
