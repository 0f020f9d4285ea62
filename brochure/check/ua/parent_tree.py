"""ua/parent-tree: the tree seen from the content is the tree seen from above.

Rationale: readers that start from a place on the page go by the ParentTree (ISO 32000-1,
14.7.4.4).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding a page for pieces of content that it gives to another element, or to none."""
    wrong = tagged(file).parent_tree_faults
    for page in dict.fromkeys(item.page for item in wrong):
        here = [item for item in wrong if item.page == page]
        yield rule.at(file.span(page, here[0].box), count=len(here))
