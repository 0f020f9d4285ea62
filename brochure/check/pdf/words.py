"""pdf/words: every word of the source is in the file, and in the source's order.

Rationale: layout can drop text without a word (columns inside an absolutely placed box do, in
WeasyPrint 70), and nobody reads every page of every language again.
"""

import re
from collections.abc import Iterator, Sequence

import pypdfium2

from brochure.diagnostics import Diagnostic
from brochure.document.edition import Pdf
from brochure.document.markdown import plain_text

HYPHEN_AT_LINE_END = re.compile(r"[\u2010\u00ad\ufffe\u0002]\s*")
WORD = re.compile(r"\w+")


def missing_words(pdf: Pdf, expected: Sequence[str], name: str) -> Iterator[Diagnostic]:
    """A finding for the first expected text that the file does not give back in its place."""
    found = WORD.findall(pdf_text(pdf.data))
    position = 0
    for text in expected:
        for word in WORD.findall(plain_text(text)):
            try:
                position = found.index(word, position) + 1
            except ValueError:
                yield Diagnostic.of("pdf/words", None, word=word, text=text[:80], file=name)
                return


def pdf_text(data: bytes) -> str:
    """The text of all pages in the order of the file, hyphenated words made whole again."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return HYPHEN_AT_LINE_END.sub("", "\n".join(pages))
