"""access/list-content: a list holds nothing but items.

Rationale: a list is announced with the number of its items; anything between them breaks the count
(PDF/UA-1 7.2; Matterhorn 09-005).
"""

from collections.abc import Iterator

from brochure.check.access.place import LISTS, template_line
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.html import HtmlTree

ALLOWED = ("li", "template", "script")


def findings(tree: HtmlTree, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each element of a list that is no item."""
    for parent in tree.root.iter():
        for kid in parent if parent.tag in LISTS else ():
            if isinstance(kid.tag, str) and kid.tag not in ALLOWED:
                yield rule.at(template_line(parent), found=kid.tag)
