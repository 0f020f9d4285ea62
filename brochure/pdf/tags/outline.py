"""Bookmarks: the headings of the edition, as deep as they are nested."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from brochure.document.fragment import Item
from brochure.pdf.syntax import dictionary, number, reference, string
from brochure.pdf.tags.branch import Destination

ROOT = "outline"
LeadTo = Callable[[Destination], dict[str, bytes]]


@dataclass
class Bookmark:
    """A heading and those below it."""

    level: int
    title: str
    there: Destination
    below: list["Bookmark"] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many bookmarks are seen below it when all are open."""
        return sum(1 + bookmark.count for bookmark in self.below)


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


def outline_items(
    headings: Sequence[tuple[int, str, Destination]], lead_to: LeadTo
) -> Iterator[Item]:
    """The outline, its root first; a file without headings has none."""
    if bookmarks := nested(headings):
        root = Bookmark(0, "", bookmarks[0].there, bookmarks)
        entries = {"Type": b"/Outlines", **_ends(ROOT, root), "Count": number(root.count)}
        yield Item(ROOT, dictionary(entries))
        yield from _siblings(bookmarks, ROOT, lead_to)


def _siblings(bookmarks: Sequence[Bookmark], parent: str, lead_to: LeadTo) -> Iterator[Item]:
    for index, bookmark in enumerate(bookmarks):
        entries = {"Title": string(bookmark.title), "Parent": reference(parent)}
        entries |= lead_to(bookmark.there)
        if index:
            entries["Prev"] = reference(f"{parent}/{index}")
        if index + 1 < len(bookmarks):
            entries["Next"] = reference(f"{parent}/{index + 2}")
        name = f"{parent}/{index + 1}"
        if bookmark.below:
            entries |= {**_ends(name, bookmark), "Count": number(bookmark.count)}
        yield Item(name, dictionary(entries))
        yield from _siblings(bookmark.below, name, lead_to)


def _ends(name: str, bookmark: Bookmark) -> dict[str, bytes]:
    first, last = f"{name}/1", f"{name}/{len(bookmark.below)}"
    return {"First": reference(first), "Last": reference(last)}
