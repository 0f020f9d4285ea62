"""text/doubled-words: no word stands twice in a row by mistake.

Rationale: the eye skips it, a screen reader doesn't. In German some doubles are right (“die,
die die Stadt kennen”); these words are listed.
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import hits, listed
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing

DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]{2,})(?:\s+\1)+(?![\w-])", re.IGNORECASE)


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each word that follows itself."""
    right = listed(writing, "doubled_right")
    for hit in hits(writing, writing.passages, DOUBLED):
        word = hit.words.split()[0]
        if not right.fullmatch(word):
            yield rule.at(hit.span, word=word)
