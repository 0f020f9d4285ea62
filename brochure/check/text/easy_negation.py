"""text/easy-negation: Leichte Sprache says what is, not what is not.

Rationale: negations are read over; “Die Tür ist zu” is easier than “Die Tür ist nicht offen” (BITV
2.0, Annex 2 part 2 no. 3).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import of_list
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each negation."""
    for hit in of_list(writing, "negations"):
        yield rule.at(hit.span, words=hit.words)
