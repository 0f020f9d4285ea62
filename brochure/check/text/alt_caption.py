"""text/alt-caption: an alternative text says something else than the caption below it.

Rationale: who listens hears the same sentence twice and learns nothing of the picture (WCAG 1.1.1,
technique G95; Matterhorn 13-004). Two that differ in a word or two are the same sentence.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from brochure.check.rule import Rule
from brochure.check.text.listed import shortened
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each alternative text that is its caption."""
    captions = {passage.path[:-1]: passage.text for passage in writing.of("caption")}
    for passage in writing.of("alt"):
        caption = captions.get(passage.path[:-1], "")
        if caption and _likeness(passage.text, caption) >= rule.limit("likeness"):
            yield rule.at(writing.place(passage.path), alt=shortened(passage.text))


def _likeness(first: str, second: str) -> float:
    """How much of two texts is the same, letter by letter, from 0 to 1."""
    return SequenceMatcher(None, _letters(first), _letters(second), autojunk=False).ratio()


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
