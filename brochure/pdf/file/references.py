"""The items of a body in one list, and their texts cut at the references."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from brochure.pdf.file.body import Body, Item

Cut = list[bytes]
"""A text in pieces: every second one is a name."""

OUTLINES = re.compile(rb"/Outlines\s*\0([^\0]+)\0")
OUTLINES_AT_ONCE = re.compile(rb"/PageMode\s*/UseOutlines\b")


class UnknownItem(KeyError):  # noqa: N818 - it says what happened
    """A name that no item of the body has: a fault of the caller."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All items, the catalogue first; an item is known by its place in this list."""

    items: Sequence[Item]
    cuts: Sequence[Cut]
    targets: Sequence[Sequence[int]]
    """What each item refers to."""
    pages: Sequence[int]
    """The page objects."""
    info: int | None
    outlines: int | None
    outlines_at_once: bool
    """Whether a viewer shows the outlines beside the first page."""


def listed(body: Body) -> Listing:
    """List the items of a body; `UnknownItem` where one refers to none of them."""
    catalog = body.catalog.text
    items = [body.catalog, *chain.from_iterable(page.items for page in body.pages)]
    items += [*body.shared, *body.others]
    places = {item.name.encode(): place for place, item in enumerate(items)}
    if len(places) < len(items):
        raise ValueError(f"the name «{_twice(items)}» twice")
    cuts = [cut(item.text) for item in items]
    outlines = OUTLINES.search(catalog)
    try:
        return Listing(
            items,
            cuts,
            [[places[name] for name in pieces[1::2]] for pieces in cuts],
            [*accumulate((len(page.items) for page in body.pages), initial=1)][:-1],
            places[body.info.encode()] if body.info is not None else None,
            places[outlines[1]] if outlines else None,
            outlines is not None and OUTLINES_AT_ONCE.search(catalog) is not None,
        )
    except KeyError as missing:
        raise UnknownItem(missing.args[0].decode()) from None


def _twice(items: Sequence[Item]) -> str:
    ((name, _),) = Counter(item.name for item in items).most_common(1)
    return name


def cut(text: bytes) -> Cut:
    """A text in pieces, cut at its references."""
    pieces = text.split(b"\0")
    if not len(pieces) % 2:
        raise ValueError(f"a lone NUL in {text!r}")
    return pieces


def relocated(pieces: Cut, references: Mapping[bytes, bytes]) -> bytes:
    """The text with every name replaced by its reference, `N 0 R`."""
    whole = pieces.copy()
    whole[1::2] = map(references.__getitem__, pieces[1::2])
    return b"".join(whole)
