"""Changes held against the pages: those that are asked for, and whole pages told once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from brochure.compare.pages import PagePair
from brochure.document.change import Change, Places

WORD_BY_WORD = ("text", "tags")


def on_pages(changes: Sequence[Change], pages: Sequence[PagePair]) -> Iterator[Change]:
    """What lies on these pages, without the places on others."""
    sides = [{pair.numbers[side] for pair in pages} for side in (0, 1)]
    for change in changes:
        places = tuple(pair for pair in change.places if _touches(pair, sides))
        if places:
            yield replace(change, places=places)


def without_whole_pages(changes: Sequence[Change], pages: Sequence[PagePair]) -> Iterator[Change]:
    """A page that came, went or moved is told once, not word by word."""
    gone = {pair.numbers[0] for pair in pages if not pair.after}
    come = {pair.numbers[1] for pair in pages if not pair.before}
    moved = {pair.numbers for pair in pages if pair.moved}
    for change in changes:
        numbers = {_numbers(places) for places in change.places}
        whole = {
            "removed": {before for before, _ in numbers} <= gone,
            "added": {after for _, after in numbers} <= come,
            "moved": numbers <= moved,
        }
        told = change.aspect in WORD_BY_WORD and numbers and whole.get(change.kind, False)
        if not told:
            yield change


def _touches(places: Places, sides: Sequence[set[int]]) -> bool:
    return any(place and place.page in sides[side] for side, place in enumerate(places))


def _numbers(places: Places) -> tuple[int, int]:
    before, after = places
    return (before.page if before else 0, after.page if after else 0)
