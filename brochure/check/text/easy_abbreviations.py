"""text/easy-abbreviations: Leichte Sprache has no abbreviations.

Rationale: “z. B.” is read as letters by who reads slowly; “zum Beispiel” is not (BITV 2.0, Annex 2
part 2 no. 1).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import of_list
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each abbreviation with a full stop, or without."""
    for name in ("abbreviations", "abbreviations_without_stop"):
        for hit in of_list(writing, name):
            yield rule.at(hit.span, words=hit.words)
