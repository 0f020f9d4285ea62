"""ua/reference-form: no page is taken from another file.

Rationale: what stands in another file has no tags in this one (ISO 14289-1, 7.20; Matterhorn
30-001).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding where a form has Ref."""
    if "Ref" in tagged(file).file.odd_objects:
        yield rule.of_file()
