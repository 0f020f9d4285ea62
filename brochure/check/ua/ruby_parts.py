"""ua/ruby-parts: ruby and warichu have the parts that they need, in their order.

Rationale: ISO 14289-1, 7.2; ISO 14289-2, 8.2.5.23 and 8.2.5.24; ISO 32000-1, table 338; Matterhorn
09-007, 09-008.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile

FORMS = {
    "Ruby": (("RB", "RT"), ("RB", "RP", "RT", "RP")),
    "Warichu": (("WP", "WT", "WP"),),
}


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each one with other parts."""
    for element in tagged(file).of_type(*FORMS):
        kids = tuple(kid.standard for kid in file.kids_of(element))
        if kids not in FORMS[element.standard]:
            yield rule.at(file.span_of(element), type=element.standard, found=" ".join(kids))
