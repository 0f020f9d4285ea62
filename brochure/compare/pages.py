"""Which page of one file is which page of the other; what came, went or changed its place."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from brochure.compare.pairs import overlap, pairs, replaced
from brochure.document.change import Change, Kind, Place
from brochure.document.painted import TextRun
from brochure.document.pdf_file import PdfFile, PdfPage

LEAST = 0.3
SHOWN = 60
"""Letters of a page by which a person knows it."""


@dataclass(frozen=True)
class PagePair:
    """One page in both files, or in one."""

    before: PdfPage | None
    after: PdfPage | None
    moved: bool = False

    @property
    def numbers(self) -> tuple[int, int]:
        """Both numbers; 0 where there is none."""
        return (self.before.number if self.before else 0, self.after.number if self.after else 0)

    @property
    def places(self) -> tuple[Place | None, Place | None]:
        """Both pages as places."""
        before, after = self.numbers
        return (Place(before) if before else None, Place(after) if after else None)


def page_pairs(before: PdfFile, after: PdfFile, most: int) -> list[PagePair]:
    """The pages of both files, in the order of the second one."""
    ours, theirs = ([_bag(page) for page in file.pages] for file in (before, after))
    keys, their_keys = ([frozenset(bag.items()) for bag in bags] for bags in (ours, theirs))
    found, moved = pairs(keys, their_keys, lambda i, j: overlap(ours[i], theirs[j]), LEAST, most)
    return [
        PagePair(
            before.pages[i] if i is not None else None,
            after.pages[j] if j is not None else None,
            (i, j) in moved,
        )
        for i, j in replaced(found)
    ]


def page_changes(found: Sequence[PagePair]) -> list[Change]:
    """The pages that are in one file only, and those that changed their place."""
    return [_change(pair) for pair in found if pair.moved or not all(pair.numbers)]


def _bag(page: PdfPage) -> Counter[str]:
    """What stands on a page: its words, and what else is painted where."""
    bag: Counter[str] = Counter()
    for item in page.objects:
        if isinstance(item, TextRun):
            bag.update(item.text.split())
        else:
            left, bottom, right, top = map(round, item.box)
            bag[f"\0{item.kind} {left} {bottom} {right} {top}"] += 1
    return bag


def _change(pair: PagePair) -> Change:
    kind: Kind = "moved" if pair.moved else "added" if pair.after else "removed"
    before, after = (_words(page) if page else "" for page in (pair.before, pair.after))
    return Change("pages", kind, "page", before, after, (pair.places,))


def _words(page: PdfPage) -> str:
    words = " ".join(run.text.strip() for run in page.texts[:SHOWN])
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()}…"
