"""text/easy-genitive: Leichte Sprache has no genitive.

Rationale: “das Haus des Lehrers” is harder than “das Haus vom Lehrer” (BITV 2.0, Annex 2 part 2 no.
3). Only sure signs are looked for: an article in the genitive and a noun that ends in -s.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import of_list
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each sure sign of a genitive."""
    for hit in of_list(writing, "genitives"):
        yield rule.at(hit.span, words=hit.words)
