"""text/mixed-scripts: the letters of a word are of one script.

Rationale: a Cyrillic “а” in a Latin word looks right, but is read wrongly, is not found by search,
and falls into another font (Unicode Technical Standard 39, confusables).
"""

import re
from collections.abc import Iterator
from unicodedata import name

from brochure.check.rule import Rule
from brochure.check.text.listed import hit
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing

WORD = re.compile(r"[^\W\d_]{2,}")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each word with a letter that only looks like one of its script."""
    alike = str(rule.limits["look_alike"])
    for passage in writing.passages:
        for found in WORD.finditer(passage.text) if not passage.text.isascii() else ():
            strange = [letter for letter in found[0] if letter in alike]
            if strange and any(name(letter, "").startswith("LATIN ") for letter in found[0]):
                shown = hit(writing, passage, *found.span())
                told = name(strange[0], "?").lower()
                yield rule.at(shown.span, word=shown.words, letter=strange[0], name=told)
