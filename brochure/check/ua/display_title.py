"""ua/display-title: readers are told to show the title, not the name of the file.

Rationale: a screen reader says what stands in the window's title (ISO 14289-1, 7.1; ISO 14289-2,
8.11.2; Matterhorn 07-001, 07-002).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding where DisplayDocTitle is not true."""
    if tagged(file).shows_title is not True:
        yield rule.of_file()
