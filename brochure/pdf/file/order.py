"""In which part of the file an item lies, and with which others in one object stream."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import reduce
from itertools import chain
from operator import or_

from brochure.pdf.file.body import Item
from brochure.pdf.file.references import Listing
from brochure.pdf.file.users import FIRST_PAGE, OPENING, OUTLINES, Users

AT_MOST = 200
"""Items of one object stream: a viewer unpacks all of them to read one."""
WORTH_PACKING = 3
"""Fewer items are smaller as they are: an object stream alone costs a hundred bytes."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One object of the file: an item (by its place in the body), or an object stream of items."""

    items: tuple[int, ...]
    users: Users
    packed: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """All objects by the parts of a linearised file (ISO 32000-1, F.3)."""

    opening: Sequence[Thing]
    """Part 4: the catalogue, and what it needs at once."""
    first: Sequence[Thing]
    """Part 6: the first page, and all that it uses."""
    pages: Sequence[Sequence[Thing]]
    """Part 7: every other page, and what only it uses."""
    shared: Sequence[Thing]
    """Part 8: what several of the other pages use."""
    outlines: Sequence[Thing]
    """The end of part 6 where a viewer shows them at once, else the beginning of part 9."""
    rest: Sequence[Thing]
    """Part 9: everything else."""
    outlines_at_once: bool

    def first_page(self) -> list[Thing]:
        """The end of the first half."""
        return [*self.first, *(self.outlines if self.outlines_at_once else ())]

    def second_half(self) -> list[Thing]:
        """What lies behind the first page, and is numbered before it."""
        outlines = () if self.outlines_at_once else self.outlines
        return [*chain.from_iterable(self.pages), *self.shared, *outlines, *self.rest]


class Part(Enum):
    """Parts of a linearised file, by who uses what lies in them."""

    OPENING = 4
    FIRST = 6
    PRIVATE = 7
    SHARED = 8
    REST = 9
    OUTLINES = "6 or 9"


def part_of(users: Users) -> Part:
    """Where something lies: the earliest part in which one of its users needs it."""
    pages = users // FIRST_PAGE
    if users & OPENING:
        return Part.OPENING
    if users & FIRST_PAGE:
        return Part.FIRST
    if pages:
        return Part.SHARED if pages & (pages - 1) else Part.PRIVATE
    return Part.OUTLINES if users & OUTLINES else Part.REST


def ordered(listing: Listing, users: Sequence[Users]) -> Order:
    """All things by parts."""
    pages = listing.pages
    parts: dict[Part, list[Thing]] = {part: [] for part in Part}
    for group in _groups(users, {0, *pages}):
        for thing in _things(group, users, listing.items):
            parts[part_of(thing.users)].append(thing)
    by_page = {users[page]: [Thing((page,), users[page])] for page in pages}
    for thing in parts[Part.PRIVATE]:
        by_page[thing.users & ~OUTLINES].append(thing)
    first, *others = by_page.values()
    run = parts[Part.OUTLINES]
    run.sort(key=lambda thing: listing.outlines not in thing.items)  # the hint leads to the root
    return Order(
        opening=[Thing((0,), users[0]), *parts[Part.OPENING]],
        first=[*first, *parts[Part.FIRST]],
        pages=others,
        shared=parts[Part.SHARED],
        outlines=run,
        rest=parts[Part.REST],
        outlines_at_once=listing.outlines_at_once,
    )


def _groups(users: Sequence[Users], alone: set[int]) -> Iterator[list[int]]:
    """Items that may lie in one object stream; never the catalogue or a page (7.5.7)."""
    same: dict[Users, list[int]] = {}
    for place, who in enumerate(users):
        if place not in alone:
            same.setdefault(who, []).append(place)
    groups: dict[tuple[Part, Users], list[int]] = {}
    for who, places in same.items():
        part = part_of(who)
        page = who // FIRST_PAGE if part is Part.PRIVATE else 0
        groups.setdefault((part, page), []).extend(places)
    return map(sorted, groups.values())


def _things(group: Sequence[int], users: Sequence[Users], items: Sequence[Item]) -> Iterator[Thing]:
    """Object streams of what isn't a stream itself, then the rest."""
    packed = [place for place in group if items[place].data is None]
    if len(packed) < WORTH_PACKING:
        packed = []
    for start in range(0, len(packed), AT_MOST):
        places = tuple(packed[start : start + AT_MOST])
        yield Thing(places, reduce(or_, (users[place] for place in places)), packed=True)
    for place in group:
        if not packed or items[place].data is not None:
            yield Thing((place,), users[place])
