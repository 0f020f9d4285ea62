"""ua/figure-alt: every Figure says what it shows.

Rationale: ISO 14289-1, 7.3; ISO 14289-2, 8.2.5.28.2; WCAG 1.1.1; Matterhorn 13-004; ALT1.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each Figure without Alt and ActualText."""
    for figure in tagged(file).of_type("Figure"):
        if not figure.alt and figure.actual is None:
            yield rule.at(file.span_of(figure))
