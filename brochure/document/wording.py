"""The text of a file as it is read: stretches of words, each word with its place."""

from dataclasses import dataclass

from brochure.document.change import Place


@dataclass(frozen=True)
class Word:
    """A word of a text, with the place of the piece of content that it begins in."""

    text: str
    place: Place | None


@dataclass(frozen=True)
class Stretch:
    """What is read in one go: a paragraph, a cell, a heading."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(word.text for word in self.words)

    @property
    def place(self) -> Place | None:
        """Where it begins."""
        return self.words[0].place
