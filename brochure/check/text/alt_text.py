"""text/alt-text: an alternative text says what there is to see, in one or two sentences.

Rationale: a screen reader says “graphic” itself, so “picture of” is heard twice; one word tells
nothing, and a long text can't be stopped and resumed (WCAG 1.1.1; Matterhorn 13-004; BITV 2.0).
What belongs into many sentences stands better in the text.
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import listed, shortened
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Passage, Writing

# What cameras and scanners call their files: the reader of contents knows those with a suffix.
CAMERA = re.compile(r"(?:IMG|DSC[NF]?|P\d|PICT|SCAN|MVI|Foto|Bild|image|photo)[-_ ]?\d+", re.I)


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each alternative text that doesn't serve."""
    empty, begins = listed(writing, "alt_empty"), listed(writing, "alt_beginnings")
    for passage in writing.of("alt"):
        text = passage.text.strip()
        if CAMERA.fullmatch(text):
            yield _told(writing, rule, passage, "file-name", text)
        elif empty.fullmatch(text.rstrip(".!")) or len(text) < rule.limit("least_letters"):
            yield _told(writing, rule, passage, "empty", text)
        elif found := begins.match(text):
            yield _told(writing, rule, passage, "", found[0])
        if len(text) > rule.limit("most_letters"):
            most = f"{rule.limit('most_letters'):g}"
            span = writing.place(passage.path)
            yield rule.at(span, "long", count=len(text), most=most)


def _told(writing: Writing, rule: Rule, passage: Passage, variant: str, words: str) -> Diagnostic:
    return rule.at(writing.place(passage.path, words), variant, words=shortened(words))
