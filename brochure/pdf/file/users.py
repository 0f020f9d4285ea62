"""Who uses an item: what a viewer opens first, which pages, or the outlines.

An item is used by all from which it can be reached (F.3.6: «to an arbitrary depth»), without a step
onto a page or into the page tree. In the same way qpdf 12.4 recalculates the hints of a file to
check them (`prepare` in https://github.com/qpdf/qpdf/blob/main/libqpdf/QPDF_linearization.cc);
for qpdf 11.3, an annotation that the structure tree knows is not its page's. There are no
thumbnails here.
"""

import re
from functools import reduce
from itertools import chain
from operator import or_

from brochure.pdf.file.components import components
from brochure.pdf.file.references import Listing

Users = int
"""A set of users: a bit for each of the two kinds below, then one a page."""

OPENING, OUTLINES, FIRST_PAGE = 1, 2, 4

ENTRY = re.compile(rb"/(\w+)\s*\Z")
KINDS = {b"Outlines": OUTLINES} | dict.fromkeys(
    (b"ViewerPreferences", b"Threads", b"OpenAction", b"AcroForm"), OPENING
)
"""Entries of the catalogue, an item each, that are more than the document's."""


def users_of(listing: Listing) -> list[Users]:
    """The users of every item; none where only the document as a whole knows it."""
    targets, entries = listing.targets, _entries(listing)
    pages = [(page, FIRST_PAGE << number) for number, page in enumerate(listing.pages)]
    starts = [(kid, KINDS[key]) for key, kid in entries if key in KINDS]
    starts += [(kid, user) for page, user in pages for kid in targets[page]]
    closed = [0, *listing.pages]
    tree = components([kid for key, kid in entries if key == b"Pages"], targets, closed)
    closed += chain.from_iterable(tree)

    users = [0] * len(targets)
    for place, user in starts:
        users[place] |= user
    for component in reversed(components([place for place, _ in starts], targets, closed)):
        all_of_it = reduce(or_, (users[place] for place in component))
        for place in component:
            users[place] = all_of_it
            for kid in targets[place]:
                users[kid] |= all_of_it
    for place, user in (*((place, 0) for place in closed), *pages):
        users[place] = user
    return users


def _entries(listing: Listing) -> list[tuple[bytes, int]]:
    """What the catalogue refers to, with the key right before it."""
    before = [ENTRY.search(piece) for piece in listing.cuts[0][:-1:2]]
    keys = [entry[1] if entry else b"" for entry in before]
    return list(zip(keys, listing.targets[0], strict=True))
