"""What a reader makes of a PDF: elements with their words, in the order in which they are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LINE_END = "\ue000"
"""Stands where pdf.js ends a piece of text, be it the end of a word or not."""
INLINE = frozenset({
    "Span", "Link", "Em", "Strong", "Code", "Quote", "Reference", "Lbl", "Sub", "Note", "FENote",
    "Formula",
})  # fmt: skip
"""Types that stand in a line; all others start a line of their own."""


@dataclass(frozen=True)
class Element:
    """A structure element as the reader gives it."""

    role: str
    kids: list["Element | str"] = field(default_factory=list)
    alt: str = ""
    language: str = ""

    def walk(self) -> Iterator["Element"]:
        """This element and all below it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def text(self) -> str:
        """All words below, a line for each block; letters within a picture are its drawing."""
        kids = [kid for kid in self.kids if self.role != "Figure" or isinstance(kid, Element)]
        words = "".join(kid if isinstance(kid, str) else kid.text() for kid in kids)
        return words if self.role in INLINE else f"\n{words}\n"


def is_same(read: str, expected: str) -> bool:
    """Whether a text was read; at the end of a piece pdf.js keeps neither hyphen nor space."""
    pieces = (words_of(piece) for piece in read.split(LINE_END))
    pattern = " ?".join(re.escape(piece) for piece in pieces if piece)
    return re.fullmatch(pattern, words_of(expected)) is not None


def words_of(text: str) -> str:
    """Words with one space between them; hyphens that a line break made are none of theirs."""
    whole = re.sub("\u00ad\\s*", "", text.replace("\u200b", ""))
    return " ".join(whole.split())
