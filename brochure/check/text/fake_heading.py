"""text/fake-heading: what looks like a heading is one.

Rationale: a short line set strong is a heading to those who see it; others can neither jump to it
nor hear that something new begins (WCAG 1.3.1, failure F2; Matterhorn 14-001).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import shortened
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Passage, Writing

SENTENCE_ENDS = (".", "!", "…", ",", ";")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each short paragraph that is strong alone, in a text block."""
    for passage in writing.of("text"):
        if isinstance(passage.path[-2], int) and passage.path[-3] == "blocks":
            yield from _told(writing, rule, passage)


def _told(writing: Writing, rule: Rule, passage: Passage) -> Iterator[Diagnostic]:
    text = passage.text.strip()
    short = len(text) <= rule.limit("most_letters") and not text.endswith(SENTENCE_ENDS)
    if passage.paragraph.is_strong and short:
        yield rule.at(writing.place(passage.path, text), words=shortened(text))
