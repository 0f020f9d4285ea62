"""Pictures of an edition: each once, and no finer than its profile wants.

A fragment holds a picture as fine as its file. What is brought down for a resolution and a size is
kept, so that no edition does it again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from brochure import cache
from brochure.catalog import Profile
from brochure.document.fragment import Fragment, Item, Picture
from brochure.document.plain import from_bytes, to_bytes
from brochure.pdf.raster import is_bilevel, is_image, pixels_of, with_pixels

KIND, FORMAT = "pictures", 3
POINTS = 72
"""An inch."""

Size = tuple[float, float]


@dataclass(frozen=True)
class _Items:
    items: tuple[Item, ...]


def largest(one: Size, other: Size) -> Size:
    """A size that holds both."""
    return max(one[0], other[0]), max(one[1], other[1])


def united(fragments: Iterable[Fragment]) -> list[Picture]:
    """Every picture once, with the largest size in which any unit draws it."""
    found: dict[str, Picture] = {}
    for picture in (picture for part in fragments for picture in part.pictures):
        known = found.get(picture.name, picture)
        found[picture.name] = replace(known, drawn=largest(known.drawn, picture.drawn))
    return list(found.values())


def resolution(picture: Picture) -> float:
    """Pixels an inch where it is drawn largest; the coarser of its two directions, 0 if nowhere."""
    each = zip(picture.pixels, picture.drawn, strict=True)
    return min(pixels * POINTS / size if size else 0 for pixels, size in each)


def at_resolution(picture: Picture, profile: Profile) -> Picture:
    """The picture, brought down to the profile's resolution where it is too fine for it."""
    ppi = resolution(picture)
    if profile.ppi is None or ppi <= (profile.finest or profile.ppi):
        return picture
    if is_bilevel(picture.items[0]):  # fewer pixels would break the edges, which are all it has
        return picture
    share = profile.ppi / ppi
    pixels = tuple(max(1, round(count * share)) for count in picture.pixels)
    assert len(pixels) == 2
    return replace(picture, pixels=pixels, items=_brought_down(picture, pixels))


def _brought_down(picture: Picture, pixels: tuple[int, int]) -> tuple[Item, ...]:
    import PIL

    key = cache.key_of(picture.name, pixels, PIL.__version__, FORMAT)
    if (kept := cache.recall(KIND, key)) is not None:
        return from_bytes(_Items, kept).items
    items = tuple(_smaller(picture.items, pixels))
    cache.keep(KIND, key, to_bytes(_Items(items)))
    return items


def _smaller(items: tuple[Item, ...], pixels: tuple[int, int]) -> Iterator[Item]:
    image, *others = items
    masks = [item for item in others if is_image(item)]
    found = pixels_of(image)
    found.draft(None, pixels)  # a JPEG is unpacked no finer than that
    for mask in masks:  # with it, so that what can't be seen does not darken the edge
        found.putalpha(pixels_of(mask))
    found = found.resize(pixels, reducing_gap=3)
    yield with_pixels(image, found.convert(found.mode.rstrip("A")) if masks else found)
    for other in others:
        yield with_pixels(other, found.getchannel("A")) if other in masks else other
