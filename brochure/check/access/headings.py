"""The headings of a unit's HTML.

Rationale: what is a heading is asked for in one place; three checks and the bookmarks go by it.
"""

from collections.abc import Iterator

from brochure.check.access.place import Element, is_read, text_line, words
from brochure.document.fragment import Heading


def heading_elements(root: Element) -> Iterator[tuple[int, Element]]:
    """The headings that are read, in order, each with its level."""
    for element in root.iter():
        if (level := _level(element)) is not None and is_read(element):
            yield level, element


def headings_of(root: Element) -> Iterator[Heading]:
    """The same as values."""
    for level, element in heading_elements(root):
        yield Heading(level, words(element), text_line(element))


def _level(element: Element) -> int | None:
    if element.get("role") == "heading":
        return int(element.get("aria-level") or 2)
    tag = element.tag if isinstance(element.tag, str) else ""
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else None
