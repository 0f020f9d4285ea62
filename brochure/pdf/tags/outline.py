"""Bookmarks: the headings of the edition, as deep as they are nested."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pydyf

from brochure.pdf.tags.tree import Destination, Tree


@dataclass
class Bookmark:
    """A heading and those below it."""

    level: int
    title: str
    there: Destination
    below: list["Bookmark"] = field(default_factory=list)


def nested(headings: Sequence[tuple[int, str, Destination]]) -> list[Bookmark]:
    """Bookmarks under the nearest heading before them that is of a higher level."""
    top: list[Bookmark] = []
    open_: list[Bookmark] = []
    for level, title, there in headings:
        made = Bookmark(level, title, there)
        while open_ and open_[-1].level >= level:
            open_.pop()
        (open_[-1].below if open_ else top).append(made)
        open_.append(made)
    return top


def write_outline(tree: Tree) -> None:
    """Hang the bookmarks into the catalogue; a file without headings has none."""
    if bookmarks := nested(tree.headings):
        root = pydyf.Dictionary({"Type": "/Outlines"})
        tree.pdf.add_object(root)
        root["Count"] = _write(tree, bookmarks, root)
        tree.pdf.catalog["Outlines"] = root.reference


def _write(tree: Tree, bookmarks: Sequence[Bookmark], parent: Any) -> int:
    """Write siblings; the number of all bookmarks that are seen when all are open."""
    made = [pydyf.Dictionary({"Title": pydyf.String(item.title)}) for item in bookmarks]
    for item in made:
        tree.pdf.add_object(item)
    parent["First"], parent["Last"] = made[0].reference, made[-1].reference
    count = len(made)
    for index, (item, bookmark) in enumerate(zip(made, bookmarks, strict=True)):
        item["Parent"] = parent.reference
        item |= tree.lead_to(bookmark.there)
        if index:
            item["Prev"] = made[index - 1].reference
            made[index - 1]["Next"] = item.reference
        if bookmark.below:
            item["Count"] = _write(tree, bookmark.below, item)
            count += item["Count"]
    return count
