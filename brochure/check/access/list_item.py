"""access/list-item: an item stands in a list, and a list holds nothing but items.

Rationale: a list is announced with the number of its items; an item outside of one, or text between
items, breaks the count (PDF/UA-1 7.2; Matterhorn 09-005).
"""

from collections.abc import Iterator

from brochure.check.access.place import Element, template_line
from brochure.diagnostics import Diagnostic

LISTS = ("ul", "ol", "menu")
ALLOWED = ("li", "template", "script")


def misplaced_items(root: Element) -> Iterator[Diagnostic]:
    """A finding for each item outside of a list, and each list with something else in it."""
    for parent in root.iter():
        for kid in parent:
            if kid.tag == "li" and parent.tag not in LISTS:
                yield Diagnostic.of("access/list-item", template_line(kid), parent=parent.tag)
            elif parent.tag in LISTS and isinstance(kid.tag, str) and kid.tag not in ALLOWED:
                yield Diagnostic.of("access/list-content", template_line(parent), found=kid.tag)
