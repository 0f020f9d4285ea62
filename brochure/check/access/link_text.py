"""access/link-text: a link says where it leads.

Rationale: a link without words is read as its bare address, or not at all (WCAG 2.4.4; PDF/UA-1
7.18.5; Matterhorn 28-012).
"""

from collections.abc import Iterator

from brochure.check.access.place import Element, is_read, text_line, words
from brochure.diagnostics import Diagnostic


def links_without_words(root: Element) -> Iterator[Diagnostic]:
    """A finding for each link that has neither text nor a picture with words."""
    for link in root.iter("a"):
        if link.get("href") and is_read(link) and not (words(link) or link.get("title")):
            target = link.get("href")
            yield Diagnostic.of("access/link-text", text_line(link), target=target)
