"""Bookmarks (ISO 32000-1, 12.3.3), in their order, each once."""

from collections.abc import Iterator

from brochure.document.tagged_file import Bookmark
from brochure.pdf.content.values import Object, key, text, value
from brochure.pdf.structure.destinations import Destinations

MOST = 20_000


def bookmarks(root: Object, destinations: Destinations) -> Iterator[Bookmark]:
    """All bookmarks; a circle ends where it is met again."""
    stack = [(value(value(root, "/Outlines"), "/First"), 1)]
    seen: set[str] = set()
    while stack and len(seen) < MOST:
        node, level = stack.pop()
        mark = key(node)
        if not mark or mark in seen:
            continue
        seen.add(mark)
        target = destinations.of(node)
        title = text(value(node, "/Title")) or ""
        yield Bookmark(title, level, target.page, target.by_structure, text(value(node, "/Lang")))
        stack.append((value(node, "/Next"), level))
        stack.append((value(node, "/First"), level + 1))
