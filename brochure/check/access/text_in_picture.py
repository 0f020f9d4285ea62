"""access/text-in-picture: words that stand in a picture are also there to be read.

Rationale: WCAG 2.1, 1.4.5 (EN 301 549, 10.1.4.5): who does not see gets nothing of words that are
pixels, and nobody can enlarge, search or copy them. Tesseract reads each picture; words
that neither the text nor an alternative text of the page has are told. A sign in a photograph that
says nothing for the text may stay so.
"""

from collections.abc import Iterator

from brochure.check.registry import Skipped
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic, Span
from brochure.document.pictured_text import ReadPicture, ReadPictures


def findings(file: ReadPictures, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each picture with more words than a sign has."""
    if file.not_read:
        raise Skipped(file.not_read)
    for picture in file.pictures:
        missing = list(dict.fromkeys(_missing(picture, rule)))
        if len(missing) > rule.limit("most"):
            words = " ".join(missing[: int(rule.limit("told"))])
            span = Span(rule.file, page=picture.page, area=picture.area)
            yield rule.at(span, words=words, count=len(missing))


def _missing(picture: ReadPicture, rule: Rule) -> Iterator[str]:
    told = _letters(picture.told)
    for word in picture.words:
        letters = _letters(word.text)
        is_word = len(letters) >= rule.limit("letters") and letters.isalpha()
        if is_word and word.confidence >= rule.limit("confidence") and letters not in told:
            yield word.text


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
