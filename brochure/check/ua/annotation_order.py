"""ua/annotation-order: links and fields stand on the page in the order of the tags.

Rationale: readers that go by the list of annotations else jump about (WCAG 2.4.3; Matterhorn
28-001; LNK4).
"""

from collections.abc import Iterator
from itertools import pairwise

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding a page at the first annotation whose element stands before the last one's."""
    held = [item for item in tagged(file).annotations if item.element >= 0 and not item.is_hidden]
    told: set[int] = set()
    for before, item in pairwise(held):
        is_same_page = item.page == before.page
        if is_same_page and item.element < before.element and item.page not in told:
            told.add(item.page)
            yield rule.at(file.span(item.page, item.box), words=(item.contents or "")[:40])
