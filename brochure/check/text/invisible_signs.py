"""text/invisible-signs: a text has no sign that nobody sees.

Rationale: zero-width spaces and marks of direction come with text copied from web pages; they
split words for search and for screen readers, and stand in the way of hyphenation. Scripts that
need joiners and marks keep them.
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing

# Between signs of these scripts, joiners change letters and marks of direction order words; between
# pictures, joiners make one of several (emoji).
NEED_THEM = re.compile(
    r"[\u0590-\u08ff\u0900-\u0dff\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc\ufe0f\U0001f000-\U0001faff]"
)
INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\u180e\u061c\u115f\u3164]")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each kind of such a sign in a text."""
    for _, text, start in writing.written():
        told: set[str] = set()
        for found in INVISIBLE.finditer(text):
            around = text[max(0, found.start() - 2) : found.end() + 2]
            if found[0] not in told and not NEED_THEM.search(around):
                told.add(found[0])
                span = writing.span_at(start + found.start())
                yield rule.at(span, sign=f"U+{ord(found[0]):04X}")
