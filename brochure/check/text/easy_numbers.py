"""text/easy-numbers: Leichte Sprache writes numbers as digits, and dates with the month's name.

Rationale: digits are seen at once; Roman numerals, “01.03.” and “08:00 Uhr” are not what people say
(rules of Netzwerk Leichte Sprache; Leichte Sprache BW; BITV 2.0, Annex 2 part 2 no. 8).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import of_list
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each number in words, and for each form that is hard to read."""
    for hit in of_list(writing, "number_words"):
        yield rule.at(hit.span, words=hit.words)
    for hit in of_list(writing, "number_forms"):
        if hit.passage.is_running:
            yield rule.at(hit.span, "form", words=hit.words)
