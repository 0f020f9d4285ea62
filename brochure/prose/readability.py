"""How hard prose is to read, by the formulas that are in use for German and English.

They are reckoned from lengths alone: what a reader knows, and how a text is built, is not in them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from brochure.prose.sentences import Sentence
from brochure.prose.syllables import syllables

LONG_WORD = 6  # letters; both LIX and the first Wiener Sachtextformel count words above it
MANY_SYLLABLES = 3


@dataclass(frozen=True)
class Measures:
    """What is counted of a text."""

    sentences: int
    words: int
    syllables: int
    long_words: int
    words_of_many_syllables: int
    words_of_one_syllable: int

    @property
    def words_a_sentence(self) -> float:
        """Average length of a sentence."""
        return self.words / self.sentences

    @property
    def syllables_a_word(self) -> float:
        """Average length of a word."""
        return self.syllables / self.words

    @property
    def amstad(self) -> float:
        """Flesch Reading Ease for German (Amstad 1978): 0 very hard, 100 very easy."""
        return 180 - self.words_a_sentence - 58.5 * self.syllables_a_word

    @property
    def flesch(self) -> float:
        """Flesch Reading Ease for English (1948): 0 very hard, 100 very easy."""
        return 206.835 - 1.015 * self.words_a_sentence - 84.6 * self.syllables_a_word

    @property
    def wiener(self) -> float:
        """First Wiener Sachtextformel (Bamberger, Vanecek 1984): which school year can read it."""
        share = 100 / self.words
        return (
            0.1935 * self.words_of_many_syllables * share
            + 0.1672 * self.words_a_sentence
            + 0.1297 * self.long_words * share
            - 0.0327 * self.words_of_one_syllable * share
            - 0.875
        )

    @property
    def lix(self) -> float:
        """LIX (Björnsson 1968): 20 very easy, 60 very hard, in any language of alphabets."""
        return self.words_a_sentence + 100 * self.long_words / self.words


def measured(sentences: Sequence[Sentence], language: str) -> Measures | None:
    """What is counted of these sentences; nothing where there is no word."""
    words = [word for sentence in sentences for word in sentence.words]
    if not words:
        return None
    counts = [syllables(word, language) for word in words]
    return Measures(
        sentences=len(sentences),
        words=len(words),
        syllables=sum(counts),
        long_words=sum(letters(word) > LONG_WORD for word in words),
        words_of_many_syllables=sum(count >= MANY_SYLLABLES for count in counts),
        words_of_one_syllable=sum(count == 1 for count in counts),
    )


def letters(word: str) -> int:
    """How many letters and digits a word has."""
    return sum(map(str.isalnum, word))
