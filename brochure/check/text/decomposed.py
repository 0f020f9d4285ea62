"""text/decomposed: accented letters are one sign each (NFC).

Rationale: files from a Mac, and text copied from PDFs, may have “u” and two dots instead of “ü”.
brochure joins them when it reads, so pages are right; but nobody finds the word in the file by
searching, and translations compare as different (Unicode Standard Annex 15).
"""

from collections.abc import Iterator
from unicodedata import is_normalized, normalize

from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding at the first such letter, with their number."""
    if is_normalized("NFC", writing.file_text):
        return
    text = writing.file_text
    places = [at for at in range(1, len(text)) if _joins(text[at - 1 : at + 1])]
    if places:
        letters = text[places[0] - 1 : places[0] + 1]
        span = writing.span_at(places[0] - 1, 2)
        yield rule.at(span, letter=normalize("NFC", letters), count=len(places))


def _joins(pair: str) -> bool:
    return not pair.isascii() and len(normalize("NFC", pair)) == 1
