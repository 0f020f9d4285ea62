"""text/fake-list: what looks like a list is one.

Rationale: typed bullets and numbers are read as signs; nobody hears how many items there are or
where one ends (WCAG 1.3.1, technique H48; PDF/UA-1 7.6; Matterhorn 16-003).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from brochure.check.rule import Rule
from brochure.check.text.listed import shortened
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing

# At the beginning of a line; within one, behind the end of a sentence, or a bullet anywhere: YAML
# folds lines into one.
ITEM = re.compile(
    r"(?:(?P<line>^|[\n\u2028])[ \t]*|(?<=[.;:!?]) )"
    r"(?:[·*+–—-]|(?P<number>\d{1,2})[.)]|[a-z]\))[ \t]+(?=\S)"
)
BULLET = re.compile(r"[•‣▪●◦∙]\s+\S")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each text that has several typed items."""
    running = (passage for passage in writing.passages if passage.is_running)
    for path, group in groupby(running, key=lambda passage: passage.path):
        texts = [passage.text for passage in group]
        if (count := _items(texts)) >= rule.limit("items"):
            yield rule.at(writing.place(path), words=shortened(texts[0], 40), count=count)


def _items(texts: Sequence[str]) -> int:
    """How many items a text types; `1. Mai` is none, unless 2 and 3 follow as items do."""
    bullets = sum(len(BULLET.findall(text)) for text in texts)
    found = [item for text in texts for item in ITEM.finditer(text)]
    numbers = [item for item in found if item["number"]]
    counted = [int(item["number"]) for item in numbers] == [*range(1, len(numbers) + 1)]
    at_lines = [item for item in found if item["line"] is not None]
    at_lines = [item for item in at_lines if counted or not item["number"]]
    return max(bullets, len(at_lines), len(numbers) if counted and len(numbers) > 2 else 0)
