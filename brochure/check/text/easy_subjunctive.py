"""text/easy-subjunctive: Leichte Sprache has no subjunctive.

Rationale: what may be and what is are easily mistaken (BITV 2.0, Annex 2 part 2 no. 3).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import of_list
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each form of the subjunctive."""
    for hit in of_list(writing, "subjunctives"):
        yield rule.at(hit.span, words=hit.words)
