"""Boxes on a large page → parts of it that are small enough to be looked at closely."""

from collections.abc import Iterable, Iterator

from brochure.document.boxes import Box

MOST = 16
"""Parts of a page that are looked at."""
MARGIN = 2
"""Points around."""


def parts_of(
    boxes: Iterable[tuple[int, Box]], largest: float
) -> Iterator[tuple[Box, tuple[int, ...]]]:
    """Parts of no more than so many square points, each with the numbers of the boxes in it."""
    part: Box | None = None
    numbers: list[int] = []
    made = 0
    for number, box in boxes:
        around = Box.around([part, box.grown(MARGIN)] if part else [box.grown(MARGIN)])
        if part and _area(around) > largest:
            yield part, tuple(numbers)
            if (made := made + 1) == MOST:
                return
            around, numbers = box.grown(MARGIN), []
        part = around
        numbers.append(number)
    if part and _area(part) <= largest:
        yield part, tuple(numbers)


def _area(box: Box) -> float:
    return box.width * box.height
