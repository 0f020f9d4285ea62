"""text/easy-passive: Leichte Sprache says who does it.

Rationale: the passive hides who acts (BITV 2.0, Annex 2 part 2 no. 3). A form of “werden” and a
participle in one sentence are a sign of it, no proof.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import of_list
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each sign of a passive."""
    for hit in of_list(writing, "passives"):
        yield rule.at(hit.span, words=hit.words)
