"""In what a PDF and its twin may differ: this, and nothing else.

Each difference is a function that takes it away from a tree of either; `DIFFERENCES` are all of
them. What isn't listed must be the same: every role, word, alternative text, language and link, in
order. (That a picture's own words are not compared with its alternative text is in `said.py`.)
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.editions.said import Said

Tree = tuple[Said, ...]
BELOW_TITLE = re.compile("H[2-6]")


def changed(tree: Tree, change: Callable[[Said], Said | None]) -> Tree:
    """A tree whose elements went through `change`, kids first; `None` takes one away."""
    found = (change(replace(item, kids=changed(item.kids, change))) for item in tree)
    return tuple(item for item in found if item is not None)


def page_numbers(tree: Tree) -> Tree:
    """The contents of a PDF say on which page a message starts; a twin has no pages."""

    def is_entry(item: Said) -> bool:
        return item.href.startswith("#") or any(map(is_entry, item.kids))

    return changed(
        tree,
        lambda item: (
            replace(item, text=re.sub(r" \d+$", "", item.text))
            if item.role in ("Link", "Reference") and is_entry(item)
            else item
        ),
    )


def list_labels(tree: Tree) -> Tree:
    """A bullet or number is painted text on paper; a browser makes it from the list itself."""
    return changed(tree, lambda item: None if item.role == "Lbl" else item)


def skip_link(tree: Tree) -> Tree:
    """The link over the head of a page, for who has no mouse; a PDF has bookmarks."""
    return changed(tree, lambda item: None if item.href == "#Text" else item)


def paper(tree: Tree) -> Tree:
    """Pages and panels are Sects of a PDF; a twin has `main`, and sections with a heading.

    A panel without a heading goes on with what the one before began, and so does the second page of
    a spread; the title page and a poster are the document itself.
    """
    found: list[Said] = []
    for item in _unfolded(tree):
        if found and found[-1].role == "Sect" and item.role != "Sect":
            found[-1] = replace(found[-1], kids=(*found[-1].kids, item))
        else:
            found.append(item)
    return tuple(found)


def _unfolded(tree: Tree) -> Iterator[Said]:
    for item in tree:
        has_heading = any(BELOW_TITLE.fullmatch(kid.role) for kid in item.kids)
        if item.role in ("Document", "Part") or (item.role == "Sect" and not has_heading):
            yield from _unfolded(item.kids)
        else:
            yield item


DIFFERENCES = (skip_link, page_numbers, list_labels, paper)


def alike(tree: Tree) -> Tree:
    """A tree without anything in which the two may differ."""
    for difference in DIFFERENCES:
        tree = difference(tree)
    return tree
