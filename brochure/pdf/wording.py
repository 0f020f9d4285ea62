"""A file's text → stretches of words in the order in which it is read, by tags or as painted."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from brochure.document.boxes import Box
from brochure.document.change import Place
from brochure.document.painted import TextRun
from brochure.document.pdf_file import PdfPage
from brochure.document.tagged_file import TaggedFile
from brochure.document.wording import Stretch, Word
from brochure.pdf.structure.pieces import read

WORD = re.compile(r"\S+")
LINE_BREAK = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad](?=[a-zß-ÿ])")
"""A hyphen that a line break made, or may have made: where nothing is tagged, nobody knows."""
PARAGRAPH = 1.9
"""Of an em: a line that lies lower by more begins a paragraph."""
SAME_SIZE = 0.3
"""Points by which the size of type may differ within a paragraph."""


def by_tags(file: TaggedFile) -> list[Stretch]:
    """The text in the order of the tree."""
    starts, places = _places(file)
    found: list[Stretch] = []
    at = 0
    for block in file.text.split("\n"):
        words = [
            Word(word[0], _place_at(at + word.start(), starts, places))
            for word in WORD.finditer(block)
        ]
        at += len(block) + 1
        if words:
            found.append(Stretch(tuple(words)))
    return found


def as_painted(file: TaggedFile) -> list[Stretch]:
    """The text in the order in which pages paint it, without the hyphens of line breaks."""
    return [stretch for page in file.file.pages for stretch in _on_page(file, page)]


def _places(file: TaggedFile) -> tuple[list[int], list[Place]]:
    """From which character on the text is that of which piece of content."""
    starts, places = [], []
    at = 0
    for content in file.contents:
        first, end = file.elements[content.element].text if content.element >= 0 else (0, 0)
        at = max(at, first)
        starts.append(at)
        places.append(_place(file, content.page, content.box))
        found = file.text.find(content.text, at, end)
        if content.text and found >= 0:  # else something else is read instead of it
            starts[-1] = found
            at = found + len(content.text)
    return starts, places


def _place_at(at: int, starts: Sequence[int], places: Sequence[Place]) -> Place | None:
    index = bisect_right(starts, at) - 1
    return places[index] if index >= 0 else None


def _place(file: TaggedFile, page: int, box: Box | None) -> Place:
    left, top, width, height = (*file.span(page, box).area, 0.0, 0.0, 0.0, 0.0)[:4]
    return Place(page, (left, top, width, height) if box and not box.is_empty else ())


def _on_page(file: TaggedFile, page: PdfPage) -> Iterator[Stretch]:
    numbered = zip(_paragraphs(page.texts), page.texts, strict=True)
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        runs = [run for _, run in group]
        place = _place(file, page.number, Box.around(run.box for run in runs))
        if words := tuple(Word(word, place) for word in LINE_BREAK.sub("", read(runs)).split()):
            yield Stretch(words)


def _paragraphs(runs: Sequence[TextRun]) -> Iterator[int]:
    """For each run the number of its paragraph."""
    number, before = 0, None
    for run in runs:
        if before is not None and _begins(before, run):
            number += 1
        yield number
        before = run


def _begins(before: TextRun, run: TextRun) -> bool:
    lower = before.box.bottom - run.box.bottom
    other_size = abs(before.size - run.size) > SAME_SIZE
    return (
        lower < -before.size
        or lower > PARAGRAPH * max(before.size, 1.0)
        or (other_size and abs(lower) > SAME_SIZE)
    )
