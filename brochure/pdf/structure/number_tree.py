"""Number trees and name trees as flat lists (ISO 32000-1, 7.9.6 and 7.9.7)."""

from collections.abc import Iterator

from brochure.pdf.content.values import Object, elements, key, text, value

MOST_NODES = 20_000
MOST_ENTRIES = 200_000


def entries(root: Object, leaves: str) -> Iterator[tuple[Object, Object]]:
    """Pairs of all leaves (`/Nums` or `/Names`); a node that is met again is left out."""
    stack, seen, count = [root], set[str](), 0
    for _ in range(MOST_NODES):
        if not stack:
            return
        node = stack.pop()
        if mark := key(node):
            if mark in seen:
                continue
            seen.add(mark)
        found = elements(value(node, leaves))
        for pair in zip(found[::2], found[1::2], strict=False):
            count += 1
            if count > MOST_ENTRIES:
                return
            yield pair
        stack += reversed(elements(value(node, "/Kids")))


def numbered(root: Object) -> dict[int, Object]:
    """A number tree."""
    return {number: item for number, item in entries(root, "/Nums") if isinstance(number, int)}


def named(root: Object) -> dict[str, Object]:
    """A name tree."""
    return {text(called) or "": item for called, item in entries(root, "/Names")}
