"""ua/formula-alt: every Formula has words.

Rationale: ISO 14289-1, 7.7; Matterhorn 17-002. PDF/UA-2 wants MathML instead.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import first_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each Formula without Alt and ActualText."""
    for formula in first_part(file).of_type("Formula"):
        if not formula.alt and formula.actual is None:
            yield rule.at(file.span_of(formula))
