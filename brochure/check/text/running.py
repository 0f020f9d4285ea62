"""The sentences of the running text, each with its place.

Rationale: headings, labels and addresses are no sentences, and would make any text look easy.
"""

from collections.abc import Iterator

from brochure.check.text.listed import Hit
from brochure.document.writing import Writing
from brochure.prose.sentences import Sentence, sentences


def running_sentences(writing: Writing) -> Iterator[tuple[Sentence, Hit]]:
    """Each sentence that is read on, but for the imprint, and where it stands."""
    for passage in writing.passages:
        if passage.is_running and passage.path[0] != "imprint":
            for sentence in sentences(passage.text, writing.language):
                end = sentence.start + len(sentence.text)
                yield sentence, Hit(writing, passage, sentence.start, end)
