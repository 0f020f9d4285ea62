"""ua/tab-order: the tab key goes through links and fields in the order of the tags.

Rationale: ISO 14289-1, 7.18.3; ISO 14289-2, 8.9.3.3; WCAG 2.4.3; Matterhorn 28-008, 28-009.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile

ALLOWED, ALLOWED_NOW = ("S",), ("S", "A", "W")
"""PDF/UA-2 allows the order of the annotations, too."""


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each page with annotations that says otherwise, or nothing."""
    allowed = ALLOWED_NOW if tagged(file).is_second_part else ALLOWED
    for page in dict.fromkeys(item.page for item in file.annotations):
        if file.tabs.get(page, "") not in allowed:
            yield rule.at(file.span(page))
