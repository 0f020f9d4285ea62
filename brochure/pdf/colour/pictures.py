"""Pictures made of pixels in inks; each is converted once and remembered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import PIL
from PIL import features

from brochure import cache
from brochure.catalog.conditions import Condition
from brochure.catalog.standards import srgb_profile
from brochure.document.fragment import Item, Picture
from brochure.document.plain import from_bytes, to_bytes
from brochure.pdf.colour.bitmap import Bitmap
from brochure.pdf.colour.press import Press, grey_table, littlecms_version
from brochure.pdf.colour.separation import InMask, Separation
from brochure.pdf.colour.space import CMYK, DEVICE, GRAY, Space, space_of
from brochure.pdf.colour.stream import packed
from brochure.pdf.syntax import number, reference
from brochure.pdf.values import parsed_dictionary, written

KIND, FORMAT = "separated-pictures", 1
FULL = 255


@dataclass(frozen=True)
class Separated:
    """A picture for print, and the most ink in it, in percent, where it came as inks."""

    picture: Picture
    most_ink: int = 0


class Pictures:
    """The pictures of a fragment, each converted when it is drawn.

    `late` leaves those in colour to the press: they keep their pixels, and say by a profile what
    these mean.
    """

    def __init__(
        self, given: Mapping[str, Picture], condition: Condition, press: Press, *, late: bool
    ) -> None:
        self.given, self._condition, self._press, self._late = given, condition, press, late
        self.made: dict[str, Separated] = {}

    def drawn(self, name: str, separation: Separation) -> str | None:
        """The name of a picture as it is drawn; nothing for what is no picture."""
        if (picture := self.given.get(name)) is None:
            return None
        in_mask = isinstance(separation, InMask)
        if in_mask:
            picture = _renamed(picture, f"{name}/light")
        if picture.name not in self.made:
            self.made[picture.name] = self._remembered(picture, in_mask=in_mask)
        return picture.name

    def _remembered(self, picture: Picture, *, in_mask: bool) -> Separated:
        shown = (part for item in picture.items for part in (item.text, item.data or b""))
        aim = self._condition.digest, self._condition.ink_limit, self._condition.intent, self._late
        key = cache.key_of(picture.name, *shown, aim, in_mask, _versions(), FORMAT)
        if (data := cache.recall(KIND, key)) is not None:
            return from_bytes(Separated, data)
        image, *others = picture.items
        facts = parsed_dictionary(image.text) | {"Interpolate": b"false"}
        space = space_of(facts["ColorSpace"], {item.name: item for item in others})
        given = Bitmap(facts, image.data or b"", space)
        bitmap = _as_light(given) if in_mask else self._separated(given)
        most_ink = given.most_ink() if space.components == CMYK.components else 0
        made = Separated(_with_bitmap(picture, bitmap), most_ink)
        cache.keep(KIND, key, to_bytes(made))
        return made

    def _separated(self, bitmap: Bitmap) -> Bitmap:
        """Inks are passed through; greys become black alone, what is black and white is so."""
        space = bitmap.space
        if space.components == CMYK.components or bitmap.bits == 1:
            return bitmap.in_space(DEVICE[space.components])
        if space.components == GRAY.components:
            return bitmap.with_pixels(bitmap.opened().point(self._greys(space)))
        if self._late:
            return bitmap.in_space(Space("ICCBased", 3, space.profile or srgb_profile()))
        table = self._press.table(space.profile, self._condition.intent)
        return bitmap.with_pixels(bitmap.opened().filter(table))

    def _greys(self, space: Space) -> list[int]:
        """For each grey, the one that black alone makes of it on paper."""
        seen = grey_table(space.profile) if space.profile else range(FULL + 1)
        return [round((1 - self._press.blacks[grey]) * FULL) for grey in seen]


def _as_light(bitmap: Bitmap) -> Bitmap:
    return bitmap if bitmap.space == GRAY else bitmap.with_pixels(bitmap.opened().convert("L"))


def _with_bitmap(picture: Picture, bitmap: Bitmap) -> Picture:
    """The picture with its mask, if it has one, and the profile that its colours need, if any."""
    image, *others = picture.items
    name, space = f"{picture.name}/profile", bitmap.space
    items = [item for item in others if item.name != name]
    colours = b"/" + space.family.encode()
    if space.profile:
        colours = b"[/ICCBased %b]" % reference(name)
        text = b"<</N %b/Filter /FlateDecode>>" % number(space.components)
        items.append(Item(name, text, packed(space.profile)))
    text = written(bitmap.facts | {"ColorSpace": colours})
    return replace(picture, items=(Item(image.name, text, bitmap.data), *items))


def _renamed(picture: Picture, name: str) -> Picture:
    names = {item.name: item.name.replace(picture.name, name, 1) for item in picture.items}
    items = []
    for item in picture.items:
        text = item.text
        for old, new in names.items():
            text = text.replace(reference(old), reference(new))
        items.append(replace(item, name=names[item.name], text=text))
    return replace(picture, name=name, items=tuple(items))


def _versions() -> tuple[str | None, ...]:
    return PIL.__version__, littlecms_version(), features.version("jpg"), features.version("zlib")
