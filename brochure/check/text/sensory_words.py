"""text/sensory-words: a text can be followed without seeing the page.

Rationale: “See right” and “marked in red” say nothing to who listens, enlarges, reads the page in
browsers, or can't tell colours apart (WCAG 1.3.3 and 1.4.1; Matterhorn 04-001).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import of_list
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each phrase that needs eyes."""
    for hit in of_list(writing, "sensory"):
        yield rule.at(hit.span, words=hit.words)
