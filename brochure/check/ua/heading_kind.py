"""ua/heading-kind: headings are all numbered, or none is.

Rationale: H takes its level from what it is in, H1 brings it along; mixed, neither is certain (ISO
14289-1, 7.4.4; Matterhorn 14-006, 14-007).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import headings, tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a file with both, and for each element with several H."""
    plain = list(tagged(file).of_type("H"))
    if plain and any(headings(file)):
        yield rule.at(file.span_of(plain[0]))
    for element in file.elements:
        if [kid.standard for kid in file.kids_of(element)].count("H") > 1:
            yield rule.at(file.span_of(element), "several")
