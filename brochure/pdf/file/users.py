"""Who uses an item: what a viewer opens first, which pages, or the outlines.

An item is used by all from which it can be reached (F.3.6: «to an arbitrary depth»), without a step
onto a page or into the page tree. In the same way qpdf 12.4 recalculates the hints of a file to
check them (`prepare` in https://github.com/qpdf/qpdf/blob/main/libqpdf/QPDF_linearization.cc);
for older ones, an annotation that the structure tree knows is not its page's. There are no
thumbnails here.
"""

import re
from collections.abc import Sequence

from brochure.pdf.file.references import Listing

Users = int
"""A set of users: a bit for each of the two kinds below, then one a page."""

OPENING, OUTLINES, FIRST_PAGE = 1, 2, 4
CLOSED = -1
"""Has all users already, so that none comes in and goes on."""

ENTRY = re.compile(rb"/(\w+)\s*\Z")
KINDS = {b"Outlines": OUTLINES} | dict.fromkeys(
    (b"ViewerPreferences", b"Threads", b"OpenAction", b"AcroForm"), OPENING
)
"""Entries of the catalogue, an item each, that are more than the document's."""

Starts = Sequence[tuple[int, Users]]
"""Items, and who comes to them."""


def users_of(listing: Listing) -> list[Users]:
    """The users of every item; none where only the document as a whole knows it."""
    pages = [(page, FIRST_PAGE << number) for number, page in enumerate(listing.pages)]
    entries = _entries(listing)
    users = [0] * len(listing.items)
    for place in (0, *listing.pages):
        users[place] = CLOSED
    _spread([(kid, CLOSED) for key, kid in entries if key == b"Pages"], listing, users)
    _spread(
        [(kid, KINDS[key]) for key, kid in entries if key in KINDS]
        + [(kid, user) for page, user in pages for kid in listing.targets[page]],
        listing,
        users,
    )
    users = [0 if held == CLOSED else held for held in users]
    for page, user in pages:
        users[page] = user
    return users


def _entries(listing: Listing) -> list[tuple[bytes, int]]:
    """What the catalogue refers to, with the key right before it."""
    before = [ENTRY.search(piece) for piece in listing.cuts[0][:-1:2]]
    keys = [entry[1] if entry else b"" for entry in before]
    return list(zip(keys, listing.targets[0], strict=True))


def _spread(starts: Starts, listing: Listing, users: list[Users]) -> None:
    """Carry users along the references; from an item go on only those that are new to it."""
    arriving, targets = starts, listing.targets
    while arriving:
        new: dict[int, Users] = {}
        for place, coming in arriving:
            if fresh := coming & ~users[place]:
                users[place] |= fresh
                new[place] = new.get(place, 0) | fresh
        arriving = [(kid, fresh) for place, fresh in new.items() for kid in targets[place]]
