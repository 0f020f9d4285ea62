"""pdf/words: every text of the source is whole in the file, on pages in the source's order.

Rationale: layout can drop text without a word (columns inside an absolutely placed box do, in
WeasyPrint 70), and nobody reads every page of every language again.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from brochure import cache
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.edition import Pdf, WrittenText
from brochure.document.markdown import plain_text
from brochure.versions import all_versions

KIND, FORMAT = "page-texts", 1
SHOWN = 80


def findings(written: WrittenText, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for the first expected text that the file does not give back in its place."""
    pages = [_letters(page) for page in known_texts(written.pdf)]
    page = 0
    for text in written.texts:
        found = _page_of(_words(text), pages, page)
        if found is None:
            yield rule.of_file(text=text[:SHOWN], file=written.name)
            return
        page = found


def known_texts(pdf: Pdf) -> list[str]:
    """The text of each page; of one that was read before, from the cache."""
    if not pdf.page_keys:
        return page_texts(pdf.data)
    names = [cache.key_of(key, all_versions(), FORMAT) for key in pdf.page_keys]
    found = list(map(_known_text, names))
    new = [index for index, text in enumerate(found) if text is None]
    read = dict(zip(new, page_texts(pdf.data, new), strict=True)) if new else {}
    for index, text in read.items():
        cache.keep(KIND, names[index], text.encode())
    return [read[at] if text is None else text for at, text in enumerate(found)]


def _known_text(name: str) -> str | None:
    try:
        return _recalled(name)
    except LookupError:  # which no memory keeps
        return None


@lru_cache(512)
def _recalled(name: str) -> str:
    if (text := cache.recall(KIND, name)) is None:
        raise LookupError(name)
    return text.decode()


def page_texts(data: bytes, pages: Sequence[int] | None = None) -> list[str]:
    """The text of these pages, or of all, as PDFium gives it back."""
    import pypdfium2  # seldom needed: most pages were read before

    document = pypdfium2.PdfDocument(data)
    try:
        wanted = range(len(document)) if pages is None else pages
        return [document[index].get_textpage().get_text_range() for index in wanted]
    finally:
        document.close()


@lru_cache(512)
def _words(text: str) -> str:
    return plain_text(text)


def _page_of(text: str, pages: Sequence[str], start: int) -> int | None:
    """The first page from `start` on which a text stands, or on which it begins.

    Order is checked from page to page; within a page PDFium sorts by place, so that a giant numeral
    moves. Compared are letters and digits only: PDFium can't tell a hyphen that was typed from one
    that a line break made.
    """
    words = [_letters(word) for word in text.split()]
    for index in range(start, len(pages)):
        if "".join(words) in pages[index] or all(word in pages[index] for word in words):
            return index
        over = "".join(pages[index : index + 2])
        if words and words[0] in pages[index] and all(word in over for word in words):
            return index
    return None


@lru_cache(512)
def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
