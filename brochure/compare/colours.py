"""The colours that pages are painted with, the spaces they are in, and the spot colours."""

from collections.abc import Iterable, Iterator, Sequence

from brochure.compare.gathered import gathered
from brochure.compare.pages import PagePair
from brochure.document.change import Change, Kind
from brochure.document.colour import Colour
from brochure.document.pdf_file import PdfPage

PERCENT, BYTE = 100, 255
ADDITIVE = ("DeviceRGB", "CalRGB")


def colour_changes(pages: Sequence[PagePair]) -> list[Change]:
    """What differs: spot colours of the file, then spaces and colours page by page."""
    on_pages = gathered(change for pair in pages for change in _of_page(pair))
    return [*_spots(pages), *on_pages]


def _spots(pages: Sequence[PagePair]) -> Iterator[Change]:
    before = _spots_of(pair.before for pair in pages)
    after = _spots_of(pair.after for pair in pages)
    yield from _lists("spot", before, after)


def _spots_of(pages: Iterable[PdfPage | None]) -> set[str]:
    colours = (colour for page in pages if page for colour in _colours(page))
    return {spot for colour in colours for spot in colour.space.spots}


def _of_page(pair: PagePair) -> Iterator[Change]:
    if not pair.before or not pair.after:
        return
    ours, theirs = set(_colours(pair.before)), set(_colours(pair.after))
    spaces = ({colour.space.shown for colour in side} for side in (ours, theirs))
    values = ({shown for c in side if (shown := _shown(c))} for side in (ours, theirs))
    for what, sides in (("space", spaces), ("colour", values)):
        for change in _lists(what, *sides):
            yield Change("colours", change.kind, what, change.before, change.after, (pair.places,))


def _lists(what: str, before: set[str], after: set[str]) -> Iterator[Change]:
    """One that became another, else each that went or came."""
    gone, come = sorted(before - after), sorted(after - before)
    if len(gone) == len(come) == 1:
        yield Change("colours", "changed", what, gone[0], come[0])
        return
    kinds: tuple[tuple[Kind, list[str]], ...] = (("removed", gone), ("added", come))
    for kind, names in kinds:
        for name in names:
            texts = (name, "") if kind == "removed" else ("", name)
            yield Change("colours", kind, what, *texts)


def _colours(page: PdfPage) -> Iterator[Colour]:
    for item in page.objects:
        yield from item.colours


def _shown(colour: Colour) -> str:
    """A colour as a designer writes it; nothing for a picture, a gradient or a pattern."""
    if not colour.values:
        return ""
    space = colour.space
    is_rgb = space.family in ADDITIVE or space.profile_space == "RGB"
    if is_rgb and len(colour.values) == len("RGB"):
        levels = (max(0, min(BYTE, round(value * BYTE))) for value in colour.values)
        return f"{space.shown} #{bytes(levels).hex().upper()}"
    if space.family == "Lab":
        return f"{space.shown} {' '.join(f'{value:.0f}' for value in colour.values)}"
    return f"{space.shown} {' '.join(f'{value * PERCENT:.0f}' for value in colour.values)} %"
