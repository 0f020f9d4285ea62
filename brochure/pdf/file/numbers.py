"""The numbers of objects, as a linearised file wants them (ISO 32000-1, F.3).

The second half first, from 1; then the first half, which starts with the linearisation dictionary.
In each half those in object streams come last.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from brochure.pdf.file.order import Order, Thing


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of items by their place in the body, and those of the file's own objects."""

    items: Sequence[int]
    second_table: int
    linearisation: int
    first_table: int
    opening: int
    """The first object of the opening; the others follow it."""
    hints: int
    first_page: int
    size: int

    @property
    def first_half(self) -> int:
        """How many objects have a number in the first half."""
        return self.size - self.linearisation


def numbered(order: Order, items: int) -> Numbers:
    """Number all objects of the file, and the items in object streams."""
    opening, first, second = order.opening, order.first_page(), order.second_half()
    numbers = [0] * items
    second_table = _take(1, second, numbers)
    linearisation = _take_packed(second_table + 1, second, numbers)
    hints = _take(linearisation + 2, opening, numbers)
    packed = _take(hints + 1, first, numbers)
    size = _take_packed(packed, [*opening, *first], numbers)
    return Numbers(
        items=numbers,
        second_table=second_table,
        linearisation=linearisation,
        first_table=linearisation + 1,
        opening=linearisation + 2,
        hints=hints,
        first_page=hints + 1,
        size=size,
    )


def _take(start: int, things: Sequence[Thing], numbers: list[int]) -> int:
    """Number objects that lie in the file; the next free number."""
    for number, thing in enumerate(things, start):
        if not thing.packed:
            numbers[thing.items[0]] = number
    return start + len(things)


def _take_packed(start: int, things: Sequence[Thing], numbers: list[int]) -> int:
    """Number what lies in object streams; the next free number."""
    free = count(start)
    for thing in things:
        if thing.packed:
            for place in thing.items:
                numbers[place] = next(free)
    return next(free)
