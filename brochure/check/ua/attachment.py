"""ua/attachment: an attached file has its name in both forms.

Rationale: older readers know F, newer ones UF (ISO 14289-1, 7.11; Matterhorn 21-001, 28-016);
PDF/UA-2 asks for a description (ISO 14289-2, 8.14.1).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each attached file that lacks something."""
    for item in tagged(file).attachments:
        called = item.unicode_name or item.name or "?"
        if not file.is_second_part and not (item.name and item.unicode_name):
            yield rule.of_file(name=called)
        if file.is_second_part and item.listed and item.description is None:
            yield rule.of_file("description", name=called)
