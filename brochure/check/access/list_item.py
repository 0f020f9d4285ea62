"""access/list-item: an item stands in a list.

Rationale: a list is announced with the number of its items; an item outside of one belongs to
nothing (PDF/UA-1 7.2; Matterhorn 09-005).
"""

from collections.abc import Iterator

from brochure.check.access.place import LISTS, template_line
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.html import HtmlTree


def findings(tree: HtmlTree, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each item outside of a list."""
    for parent in tree.root.iter():
        for kid in parent:
            if kid.tag == "li" and parent.tag not in LISTS:
                yield rule.at(template_line(kid), parent=parent.tag)
