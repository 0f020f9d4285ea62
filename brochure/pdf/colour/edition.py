"""An edition in the inks of a print condition: its pages, their objects, its pictures."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from brochure import cache
from brochure.catalog import Profile
from brochure.catalog.conditions import Condition
from brochure.document.fragment import Fragment, PaintedPage, PlacedBox
from brochure.document.look import Colour
from brochure.pdf.colour.book import book_of
from brochure.pdf.colour.content import Resources
from brochure.pdf.colour.findings import PageFindings, too_heavy
from brochure.pdf.colour.objects import PageObjects
from brochure.pdf.colour.pictures import Pictures
from brochure.pdf.colour.press import Press
from brochure.pdf.colour.separation import OnPage
from brochure.pdf.colour.state import State
from brochure.pdf.colour.stream import packed
from brochure.pdf.link import Unit
from brochure.pdf.pictures import at_resolution, united
from brochure.pdf.values import Value, written


@dataclass(frozen=True)
class PrintColour:
    """For which print condition colours are made, with which colour book.

    `late_images` leaves pictures in colour to the press (GWG's «CMYK + RGB»).
    """

    condition: Condition
    book: tuple[Colour, ...]
    late_images: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """All that shapes what a colour becomes."""
        condition = self.condition
        return condition.digest, condition.ink_limit, condition.intent, self.book, self.late_images


def in_inks(units: Sequence[Unit], profile: Profile, colour: PrintColour) -> list[Unit]:
    """Units with every colour as process inks or as a tint of a spot colour.

    Pictures are brought down to the profile's resolution before, since that is less to separate.
    """
    everything = [part for unit in units for part in unit if part]
    press, separation = _separation(colour)
    given = {picture.name: at_resolution(picture, profile) for picture in united(everything)}
    pictures = Pictures(given, colour.condition, press, late=colour.late_images)

    def part_in_inks(part: Fragment) -> Fragment:
        return _fragment(part, pictures, separation, colour)

    return [(part_in_inks(body), part_in_inks(edge) if edge else None) for body, edge in units]


def _fragment(
    fragment: Fragment, pictures: Pictures, separation: OnPage, colour: PrintColour
) -> Fragment:
    limit = colour.condition.ink_limit
    notes = [
        PageFindings(limit, page, _boxes(fragment, number))
        for number, page in enumerate(fragment.painted, start=1)
    ]
    painted = [
        _page(page, pictures, separation, note, colour)
        for page, note in zip(fragment.painted, notes, strict=True)
    ]
    names = dict.fromkeys(name for page in painted for name in page.uses)
    drawn = [pictures.made[name] for name in names if name in pictures.made]
    found = [finding for note in notes for finding in note.found]
    found += too_heavy(fragment, drawn, limit)
    return replace(
        fragment,
        painted=tuple(painted),
        pictures=tuple(separated.picture for separated in drawn),
        diagnostics=(*fragment.diagnostics, *found),
    )


@lru_cache(maxsize=4)
def _separation(colour: PrintColour) -> tuple[Press, OnPage]:
    press = Press(colour.condition)
    return press, OnPage(press, book_of(colour.book))


def _boxes(fragment: Fragment, page: int) -> list[PlacedBox]:
    return [box for box in fragment.boxes if box.page == page and box.source]


def _page(
    page: PaintedPage,
    pictures: Pictures,
    separation: OnPage,
    notes: PageFindings,
    colour: PrintColour,
) -> PaintedPage:
    items = {item.name: item for item in page.objects}
    objects = PageObjects(items, pictures.drawn, notes.painted, notes.mixed)
    given: Resources = {
        kind: {name.decode(): value for name, value in entries} for kind, entries in page.resources
    }
    content, used = objects.content(zlib.decompress(page.content), given, State(), separation)
    return replace(
        page,
        content=packed(content),
        resources=tuple((kind, _entries(found)) for kind, found in used.items()),
        uses=(*(name for name in page.uses if name not in pictures.given), *objects.pictures),
        objects=tuple(objects.made.values()),
        blending_space=separation.group_space if objects.blends else b"",
        digest=cache.key_of(page.digest, colour.key),
    )


def _entries(found: Mapping[str, Value]) -> tuple[tuple[bytes, bytes], ...]:
    return tuple((name.encode(), written(value)) for name, value in found.items())
