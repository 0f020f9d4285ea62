"""Colour spaces of resources → values (ISO 32000-1, 8.6)."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from operator import itemgetter

import pikepdf

from brochure.document.colour import CMYK, GRAY, RGB, ColourSpace
from brochure.pdf.content.streams import bytes_of
from brochure.pdf.content.values import (
    DEEPEST,
    Object,
    elements,
    is_dictionary,
    items,
    key,
    name,
    names,
    number,
    value,
)

DEVICE = {
    "DeviceGray": GRAY,
    "DeviceRGB": RGB,
    "DeviceCMYK": CMYK,
    "G": GRAY,  # the short names of inline images (ISO 32000-1, table 93)
    "RGB": RGB,
    "CMYK": CMYK,
    "CalCMYK": CMYK,  # withdrawn; read as DeviceCMYK (ISO 32000-1, 8.6.5.1)
}
DEFAULTS = {"DeviceGray": "/DefaultGray", "DeviceRGB": "/DefaultRGB", "DeviceCMYK": "/DefaultCMYK"}
UNKNOWN = ColourSpace("unknown", 0)
PATTERN = ColourSpace("Pattern", 0)
HEADER = 128
"""Bytes of an ICC profile's header (ICC.1, 7.2)."""
MOST_WORDS = 5_000
"""Of a tint transform that are compared; two that differ only after so many are never met."""
SPACES = {"CMYK": "CMYK", "RGB ": "RGB", "GRAY": "GRAY", "Lab ": "Lab"}


class Spaces:
    """The colour spaces of one file; each indirect object is read once."""

    def __init__(self) -> None:
        self._known: dict[str, ColourSpace] = {}

    def of(self, item: Object, resources: Object = None, depth: int = 0) -> ColourSpace:
        """The space that a name or an array means; names are looked up in the resources."""
        if isinstance(item, pikepdf.Name):
            return self._named(name(item), resources, depth)
        if (mark := key(item)) and mark in self._known:
            return self._known[mark]
        found = self._read(item, resources, depth) if depth < DEEPEST else UNKNOWN
        if mark:
            self._known[mark] = found
        return found

    def _named(self, called: str, resources: Object, depth: int) -> ColourSpace:
        own = value(resources, "/ColorSpace")
        if called in DEVICE:
            device = DEVICE[called]
            default = value(own, DEFAULTS[device.family])
            # A default that names its device space would lead here again.
            is_other = default is not None and not isinstance(default, pikepdf.Name)
            return self.of(default, None, depth + 1) if is_other else device
        if called == "Pattern":
            return PATTERN
        found = value(own, f"/{called}")
        return UNKNOWN if found is None or depth > DEEPEST else self.of(found, resources, depth + 1)

    def _read(self, item: Object, resources: Object, depth: int) -> ColourSpace:
        parts = elements(item)
        family, rest = (name(parts[0]), parts[1:]) if parts else ("", [])

        def beneath(index: int) -> ColourSpace | None:
            return self.of(rest[index], resources, depth + 1) if len(rest) > index else None

        match family:
            case "ICCBased" if rest:
                return icc_space(rest[0], beneath_of(rest[0], self, depth))
            case "Separation" | "DeviceN" if len(rest) > 2:
                colorants = names(rest[0])
                tint = _hash(rest[1:3])
                return ColourSpace(family, len(colorants), colorants, beneath(1), tint=tint)
            case "Indexed" | "I":
                return ColourSpace("Indexed", 1, base=beneath(0))
            case "Pattern":
                return ColourSpace("Pattern", 0, base=beneath(0))
            case "CalGray":
                return ColourSpace(family, 1)
            case "CalRGB" | "Lab":
                return ColourSpace(family, 3)
        return self._named(family, resources, depth + 1) if family in DEVICE else UNKNOWN


def beneath_of(stream: Object, spaces: Spaces, depth: int) -> ColourSpace | None:
    """The alternate of an ICC profile, if one is named."""
    alternate = value(stream, "/Alternate")
    return spaces.of(alternate, None, depth + 1) if alternate is not None else None


def icc_space(stream: Object, alternate: ColourSpace | None = None) -> ColourSpace:
    """The space of an embedded ICC profile."""
    data = bytes_of(stream)
    meant = SPACES.get(data[16:20].decode("latin-1"), "")
    is_profile = len(data) >= HEADER and data[36:40] == b"acsp"
    return ColourSpace(
        "ICCBased",
        int(number(value(stream, "/N"))),
        base=alternate,
        profile=sha256(data).hexdigest(),
        profile_space=meant if is_profile else "",
    )


def profile_class(stream: Object) -> str:
    """What kind of device a profile's header says it is of: `prtr`, `mntr`, `spac`, …"""
    return bytes_of(stream)[12:16].decode("latin-1").strip()


def _hash(parts: list[Object]) -> str:
    """The same for the same alternate and tint transform, wherever they stand in the file."""
    told = islice((word for part in parts for word in _words(part, 0)), MOST_WORDS)
    return sha256("\n".join(told).encode()).hexdigest()


def _words(item: Object, depth: int) -> Iterator[str]:
    """An object as words, in whatever order its keys stand."""
    if depth > DEEPEST:
        return
    if isinstance(item, pikepdf.Stream):
        yield sha256(bytes_of(item)).hexdigest()
    if is_dictionary(item):
        for key_, inner in sorted(items(item), key=itemgetter(0)):
            if key_ != "/Length":
                yield key_
                yield from _words(inner, depth + 1)
    elif isinstance(item, pikepdf.Array):
        yield "["
        for part in elements(item):
            yield from _words(part, depth + 1)
    else:
        yield name(item) if isinstance(item, pikepdf.Object) else str(number(item))
