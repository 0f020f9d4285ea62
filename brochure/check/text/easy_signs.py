"""text/easy-signs: Leichte Sprache has words instead of signs.

Rationale: “§”, “%”, “&” and a stroke between words are not known to everybody, and are spoken
differently by each screen reader (rules of Netzwerk Leichte Sprache).
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import hits
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing

WORD = re.compile(r"\S+")
NUMBER_OR_ADDRESS = re.compile(r"://|^www\.|@|\d/\d")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each sign in a running text."""
    signs = re.compile(f"[{re.escape(str(rule.limits['signs']))}]")
    running = (passage for passage in writing.passages if passage.is_running)
    for hit in hits(writing, running, WORD):
        if (found := signs.search(hit.words)) and not NUMBER_OR_ADDRESS.search(hit.words):
            yield rule.at(hit.span, sign=found[0])
