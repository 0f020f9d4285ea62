"""text/long-words: a long compound is taken apart, or its parts are shown by a hyphen.

Rationale: compounds of many parts are read letter by letter by who reads with effort. Leichte
Sprache writes “Bundes-Tag” or “Bundes·tag” (BITV 2.0, Annex 2 part 2 no. 4).
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import hits
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing
from brochure.prose.syllables import syllables

PART = re.compile(r"(?<![\w@/.])[^\W\d_]+(?![\w@/]|\.\w)")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for the first place of each word that is too long."""
    told: set[str] = set()
    most, most_syllables = rule.limit("letters"), rule.limit("syllables")
    for hit in hits(writing, writing.passages, PART):
        word, new = hit.words, hit.words.casefold() not in told
        if new and len(word) > most and syllables(word, writing.language) > most_syllables:
            told.add(word.casefold())
            yield rule.at(hit.span, word=word, count=len(word))
