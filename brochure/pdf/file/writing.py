"""A body → the bytes of a file."""

from collections.abc import Sequence

from brochure.pdf.file.body import Body, Item
from brochure.pdf.file.linear import Parts, linear
from brochure.pdf.file.numbers import Numbers, numbered
from brochure.pdf.file.objects import object_stream, plain
from brochure.pdf.file.order import Thing, ordered
from brochure.pdf.file.references import Listing, listed, relocated
from brochure.pdf.file.tables import Trailer
from brochure.pdf.file.users import users_of


def written(body: Body, version: str, identity: bytes) -> bytes:
    """The linearised file of a body; `identity` (16 bytes) is both of its ids."""
    listing = listed(body)
    order = ordered(listing, users_of(listing))
    numbers = numbered(order, len(listing.items))
    texts = _texts(listing, numbers)
    parts = Parts(
        opening=_objects(numbers.opening, order.opening, listing.items, texts, numbers),
        first_page=_objects(numbers.first_page, order.first_page(), listing.items, texts, numbers),
        second_half=_objects(1, order.second_half(), listing.items, texts, numbers),
    )
    info = None if listing.info is None else numbers.items[listing.info]
    return linear(version, order, numbers, parts, Trailer(numbers.items[0], info, identity))


def _texts(listing: Listing, numbers: Numbers) -> list[bytes]:
    """The texts of all items with their references."""
    names = [item.name.encode() for item in listing.items]
    numbered_names = zip(names, numbers.items, strict=True)
    references = {name: b"%d 0 R" % number for name, number in numbered_names}
    return [relocated(pieces, references) for pieces in listing.cuts]


def _objects(
    start: int,
    things: Sequence[Thing],
    items: Sequence[Item],
    texts: Sequence[bytes],
    numbers: Numbers,
) -> list[bytes]:
    """The bytes of objects that are numbered from `start`."""
    made = []
    for number, thing in enumerate(things, start):
        if thing.packed:
            names = [numbers.items[place] for place in thing.items]
            made.append(object_stream(number, names, [texts[place] for place in thing.items]))
        else:
            place = thing.items[0]
            made.append(plain(number, texts[place], items[place].data))
    return made
