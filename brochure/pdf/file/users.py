"""Who uses an item: which pages, the outlines, or something else of the document.

An item is used by all from which it can be reached, without a step onto a page or up from one.
This is how qpdf reads Annex F, and with it recalculates the hints of a file to check them
(`optimize` in https://github.com/qpdf/qpdf/blob/main/libqpdf/QPDF_linearization.cc). So what both
a page and the structure tree refer to (an annotation, a group with marked content) is not the
page's own, and what the outlines reach is theirs. Thumbnails are not known here.
"""

import re
from collections.abc import Sequence

from brochure.pdf.file.references import Listing

Users = int
"""A set of users: a bit for each of the three kinds below, then one a page."""

OUTLINES, OPENING, ELSEWHERE, FIRST_PAGE = 1, 2, 4, 8
ALL = -1

ENTRY = re.compile(rb"/(\w+)\s*\Z")
KINDS = {b"Outlines": OUTLINES} | dict.fromkeys(
    (b"ViewerPreferences", b"Threads", b"OpenAction", b"AcroForm"), OPENING
)
"""Entries of the catalogue whose items are not just used «elsewhere»."""

Start = tuple[int, Users]
"""An item, and who comes to it."""


def users_of(listing: Listing) -> list[Users]:
    """The users of every item; a page has itself, the catalogue all."""
    targets = [list(kids) for kids in listing.targets]
    for page in listing.pages:
        targets[page] = _without_parent(listing, page)
    users = [0] * len(targets)
    for place in (0, *listing.pages):
        users[place] = ALL  # nobody goes through them
    starts = _starts(listing, targets)
    if not listing.outlines_at_once:
        # What the outlines reach lies at the end, whoever else reaches it. Nothing more need be
        # known of it, which saves most of the ways through a structure tree.
        _spread([start for start in starts if start[1] == OUTLINES], targets, users)
        users = [held and ALL for held in users]
    _spread(starts, targets, users)
    for number, page in enumerate(listing.pages):
        users[page] = FIRST_PAGE << number
    return users


def _starts(listing: Listing, targets: Sequence[Sequence[int]]) -> list[Start]:
    """Where the catalogue, the trailer and the pages lead."""
    entries = [ENTRY.search(before) for before in listing.cuts[0][:-1:2]]
    kinds = [KINDS.get(entry[1], ELSEWHERE) if entry else ELSEWHERE for entry in entries]
    starts = list(zip(targets[0], kinds, strict=True))
    if listing.info is not None:
        starts.append((listing.info, ELSEWHERE))
    for number, page in enumerate(listing.pages):
        starts += [(kid, FIRST_PAGE << number) for kid in targets[page]]
    return starts


def _without_parent(listing: Listing, page: int) -> list[int]:
    """A page's references but for the one up to the page tree."""
    befores = listing.cuts[page][:-1:2]
    pairs = zip(befores, listing.targets[page], strict=True)
    return [target for before, target in pairs if not before.rstrip().endswith(b"/Parent")]


def _spread(starts: list[Start], targets: Sequence[Sequence[int]], users: list[Users]) -> None:
    """Carry users along the references; from an item go on only those that are new to it."""
    arriving = starts
    while arriving:
        new: dict[int, Users] = {}
        for place, coming in arriving:
            if fresh := coming & ~users[place]:
                users[place] |= fresh
                new[place] = new.get(place, 0) | fresh
        arriving = [(kid, fresh) for place, fresh in new.items() for kid in targets[place]]
