"""ua/math: MathML stands in a Formula.

Rationale: ISO 14289-2, 8.2.5.29.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import second_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each element of MathML outside."""
    for element in second_part(file).elements:
        parent = file.parent_of(element)
        is_inside = parent and (parent.namespace == "mathml" or parent.standard == "Formula")
        if element.namespace == "mathml" and not is_inside:
            yield rule.at(file.span_of(element), type=element.type[:40])
