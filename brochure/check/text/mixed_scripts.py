"""text/mixed-scripts: the letters of a word are of one script.

Rationale: a Cyrillic “а” in a Latin word looks right, but is read wrongly, is not found by search,
and falls into another font (Unicode Technical Standard 39, confusables).
"""

import re
from collections.abc import Iterator
from unicodedata import name

from brochure.check.rule import Rule
from brochure.check.text.listed import hits
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing

WORD = re.compile(r"[^\W\d_]+")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each word with a letter that only looks like one of its script."""
    alike = frozenset(rule.limits["look_alike"])
    doubtful = (passage for passage in writing.passages if alike & set(passage.text))
    for hit in hits(writing, doubtful, WORD):
        letter = next((letter for letter in hit.words if letter in alike), "")
        if letter and any(name(other, "").startswith("LATIN ") for other in hit.words):
            told = name(letter, "?").lower()
            yield rule.at(hit.span, word=hit.words, letter=letter, name=told)
