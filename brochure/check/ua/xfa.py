"""ua/xfa: there is no form that is made anew while one reads.

Rationale: a dynamic XFA form has no tags that stay (ISO 14289-1, 7.15; Matterhorn 25-001);
PDF/UA-2 allows no XFA (ISO 14289-2, 8.10.1).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for such a form."""
    if tagged(file).dynamic_xfa or (file.is_second_part and file.has_xfa):
        yield rule.of_file()
