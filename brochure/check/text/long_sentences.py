"""text/long-sentences: a sentence is short enough to be kept in mind.

Rationale: who reads slowly, or listens, has lost the beginning when the verb comes. Leichte Sprache
has about ten words a sentence (BITV 2.0, Annex 2 part 2; DIN SPEC 33429), plain language about
twenty (DIN 8581-1).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import shortened
from brochure.check.text.running import running_sentences
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each sentence of too many words."""
    most = rule.limit("words")
    for sentence, hit in running_sentences(writing):
        if (count := len(sentence.words)) > most:
            shown = shortened(sentence.text)
            yield rule.at(hit.span, count=count, most=f"{most:g}", sentence=shown)
