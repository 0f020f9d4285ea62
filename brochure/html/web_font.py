"""A font for one page: only its characters, packed as WOFF2 (7 kB a weight for a German brochure).

Hints are left out: screens of today don't use them, and they are a third of the file. HarfBuzz
chooses the glyphs, with those that a font's features make of them, in 2 ms where fontTools takes a
second; fontTools packs the little that is left.
"""

from importlib.metadata import version
from io import BytesIO

from brochure import cache

KIND, FORMAT = "web-fonts", 2


def web_font(data: bytes, characters: frozenset[str]) -> bytes:
    """The font with these characters and what its features make of them."""
    text = "".join(sorted(characters))
    key = cache.key_of(data, text, *map(version, ("fonttools", "brotli", "uharfbuzz")), FORMAT)
    if (kept := cache.recall(KIND, key)) is None:
        kept = _packed(_subset(data, text))
        cache.keep(KIND, key, kept)
    return kept


def _subset(data: bytes, text: str) -> bytes:
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, text))
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    return bytes(wanted.subset(uharfbuzz.Face(data)).blob.data)


def _packed(data: bytes) -> bytes:
    from fontTools.ttLib import TTFont

    font, target = TTFont(BytesIO(data), recalcTimestamp=False), BytesIO()
    font.flavor = "woff2"
    font.save(target)
    return target.getvalue()
