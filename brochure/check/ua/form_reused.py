"""ua/form-reused: a group with tags of its own is painted once.

Rationale: painted twice, its content would stand in one place of the tree and on two of the page
(ISO 14289-1, 7.20; Matterhorn 30-002).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding a page on which one is painted again."""
    for page in tagged(file).forms_used_again:
        yield rule.at(file.span(page))
