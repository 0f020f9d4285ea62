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
from brochure.document.writing import Passage, Writing

# At the beginning of a line, or after the end of one that YAML has folded into the next.
ITEM = re.compile(
    r"(?:^|[\n\u2028]|(?<=[.;:,!?\w]) )[ \t]*"
    r"(?:(?P<bullet>[•‣▪●◦∙·*+–—-])|(?P<number>\d{1,2})[.)]|[a-z]\))[ \t]+(?=\S)"
)
SURE = "•‣▪●◦∙"


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each text that has several typed items."""
    running = (passage for passage in writing.passages if passage.is_running)
    for path, group in groupby(running, key=lambda passage: passage.path):
        passages = list(group)
        starts = [found for passage in passages for found in _items(passage)]
        if len(starts) >= rule.limit("items"):
            first = shortened(passages[0].text, 40)
            yield rule.at(writing.place(path), words=first, count=len(starts))


def _items(passage: Passage) -> Sequence[re.Match[str]]:
    """Bullets, what begins lines, or a count from 1; in a line only what can be nothing else."""
    found = list(ITEM.finditer(passage.text))
    bullets = [item for item in found if item["bullet"] and item["bullet"] in SURE]
    at_lines = [item for item in found if item.start() == 0 or item[0][0] in "\n\u2028"]
    numbers = [item for item in found if item["number"]]
    counts = [int(item["number"]) for item in numbers] == [*range(1, len(numbers) + 1)]
    return max(bullets, at_lines, numbers if counts and len(numbers) > 2 else [], key=len)
