"""access/link-text: a link says where it leads.

Rationale: a link without words is read as its bare address, or not at all (WCAG 2.4.4; PDF/UA-1
7.18.5; Matterhorn 28-012).
"""

from collections.abc import Iterator

from brochure.check.access.place import is_read, text_line, words
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.html import HtmlTree


def findings(tree: HtmlTree, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each link that has neither text nor a picture with words."""
    for link in tree.root.iter("a"):
        if link.get("href") and is_read(link) and not (words(link) or link.get("title")):
            yield rule.at(text_line(link), target=link.get("href"))
