"""text/easy-lines: in Leichte Sprache each sentence has a line of its own.

Rationale: the eye finds the next sentence at the beginning of a line, and loses none (rules of
Netzwerk Leichte Sprache; DIN SPEC 33429). A line ends with a paragraph or, in a text, with a
backslash at its end.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import Hit, shortened
from brochure.diagnostics import Diagnostic
from brochure.document.paragraphs import LINE_END
from brochure.document.writing import Writing
from brochure.prose.sentences import sentences


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each sentence that begins within a line."""
    for passage in writing.passages:
        if passage.is_running:
            for sentence in sentences(passage.text, writing.language)[1:]:
                if LINE_END not in passage.text[: sentence.start].rstrip(" \n")[-1:]:
                    end = sentence.start + len(sentence.text)
                    span = Hit(writing, passage, sentence.start, end).span
                    yield rule.at(span, sentence=shortened(sentence.text))
