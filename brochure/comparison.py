"""`brochure diff` without its words: the bytes of two PDFs → by what they differ.

Which file comes first is no matter: they are compared in the order of their hashes, and what is
found is mirrored, so that both ways tell the same (difflib alone would not).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from brochure.catalog.comparison import compare_limits
from brochure.compare import (
    PagePair,
    Painter,
    box_changes,
    changed_sheets,
    colour_changes,
    fact_changes,
    font_changes,
    on_pages,
    page_changes,
    page_pairs,
    picture_changes,
    tag_changes,
    text_changes,
    without_whole_pages,
)
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.change import ASPECTS, Aspect, Change, Compared, Sheet, reading_order
from brochure.document.tagged_file import TaggedFile

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Question:
    """What is compared: which aspects, which pages, whether pictures of them are wanted."""

    aspects: frozenset[Aspect] = frozenset(ASPECTS)
    pages: tuple[int, int] | None = None
    pictures: bool = False

    def asks(self, pair: PagePair) -> bool:
        """Whether it is about these pages."""
        return not self.pages or any(
            self.pages[0] <= number <= self.pages[1] for number in pair.numbers if number
        )


@dataclass(frozen=True)
class Bytes:
    """A file as it lies there."""

    name: str
    data: bytes


def compared(before: Bytes, after: Bytes, question: Question) -> Compared:
    """By what two files differ; whoever has the same bytes has the same everything."""
    if before.data == after.data:
        return Compared(before.name, after.name)
    if sha256(before.data).digest() > sha256(after.data).digest():
        return compared(after, before, question).mirrored
    ours, theirs = _read(before), _read(after)
    if isinstance(ours, Diagnostic) or isinstance(theirs, Diagnostic):
        unread = tuple(item for item in (ours, theirs) if isinstance(item, Diagnostic))
        return Compared(before.name, after.name, unread=unread)
    return _Comparison(before, after, ours, theirs, question).result()


def _read(file: Bytes) -> TaggedFile | Diagnostic:
    """What stands in a file, or why nobody knows."""
    from brochure.pdf.structure import Locked, NoPdf, read_tagged

    span, most = Span(file.name), compare_limits().bytes
    if len(file.data) > most:
        return Diagnostic.of("compare/too-large", span, most=most // MEGABYTE)
    try:
        return read_tagged(file.data, file.name)
    except Locked:
        return Diagnostic.of("compare/locked", span)
    except NoPdf:
        return Diagnostic.of("compare/no-pdf", span)


class _Comparison:
    """Two files that were read, and what was found so far."""

    def __init__(
        self,
        before: Bytes,
        after: Bytes,
        ours: TaggedFile,
        theirs: TaggedFile,
        question: Question,
    ) -> None:
        self.bytes, self.files, self.question = (before, after), (ours, theirs), question
        self.limits = compare_limits()
        self.unseen: list[Diagnostic] = []
        self.sheets: list[Sheet] = []
        every = page_pairs(ours.file, theirs.file, self.limits.alike)
        self.pages = [pair for pair in every if question.asks(pair)]
        self.numbers = frozenset(pair.numbers for pair in every)

    def result(self) -> Compared:
        """All that is asked for."""
        aspects = [aspect for aspect in ASPECTS if aspect in self.question.aspects]
        found = [change for aspect in aspects for change in getattr(self, f"_{aspect}")()]
        if "pages" in aspects:
            found = list(without_whole_pages(found, self.pages))
        if self.question.pages:
            found = list(on_pages(found, self.pages))
        found.sort(key=reading_order)
        self.unseen += self._not_looked_at()
        ours, theirs = (file.lang or "" for file in self.files)
        return Compared(
            self.bytes[0].name,
            self.bytes[1].name,
            tuple(found),
            tuple(self.sheets),
            tuple(self.unseen),
            languages=(ours, theirs),
        )

    def _pages(self) -> list[Change]:
        return page_changes(self.pages)

    def _text(self) -> list[Change]:
        from brochure.pdf.wording import as_painted, by_tags

        tagged = all(file.has_tree and file.contents for file in self.files)
        ours, theirs = map(by_tags if tagged else as_painted, self.files)
        words = max(sum(len(one.words) for one in side) for side in (ours, theirs))
        if words > self.limits.words:
            self._too_much("words", self.limits.words)
            return []
        return text_changes(ours, theirs, self.numbers, self.limits)

    def _tags(self) -> list[Change]:
        if max(len(file.elements) for file in self.files) > self.limits.elements:
            self._too_much("elements", self.limits.elements)
            return []
        return tag_changes(*self.files, self.limits)

    def _boxes(self) -> list[Change]:
        return box_changes(self.pages)

    def _colours(self) -> list[Change]:
        return colour_changes(self.pages)

    def _fonts(self) -> list[Change]:
        return font_changes(*self.files)

    def _facts(self) -> list[Change]:
        return fact_changes(*self.files, self.limits.properties)

    def _pictures(self) -> list[Change]:
        from pypdfium2 import PdfiumError

        before, after = self.bytes
        try:
            with Painter(before.data) as ours, Painter(after.data) as theirs:
                wanted = self.question.pictures
                found = list(changed_sheets(ours, theirs, self.pages, self.limits, wanted))
        except PdfiumError:
            self.unseen.append(_note("not-painted"))
            return []
        self.sheets = [item for item in found if isinstance(item, Sheet)]
        if left := [item for item in found if isinstance(item, PagePair)]:
            self.unseen.append(_note("pages-not-painted", count=len(left)))
        return picture_changes(self.sheets)

    def _not_looked_at(self) -> Iterator[Diagnostic]:
        for file in self.files:
            if not file.complete:
                yield Diagnostic.of("compare/not-all-read", Span(file.name), Severity.NOTE)

    def _too_much(self, what: str, most: int) -> None:
        self.unseen.append(_note("too-much", what, most=most))


def _note(code: str, variant: str = "", **values: object) -> Diagnostic:
    return Diagnostic.of(f"compare/{code}", None, Severity.NOTE, variant, **values)
