"""A font for one page: only its characters, packed as WOFF2 (7 kB a weight for a German brochure).

Hints are left out: screens of today don't use them, and they are a third of the file.
"""

from importlib.metadata import version
from io import BytesIO

from brochure import cache

KIND = "web-fonts"


def web_font(data: bytes, characters: frozenset[str]) -> bytes:
    """The font with these characters and what its features make of them."""
    text = "".join(sorted(characters))
    # fontTools has HarfBuzz pack its tables where that is there.
    key = cache.key_of(data, text, *map(version, ("fonttools", "brotli", "uharfbuzz")))
    if (kept := cache.recall(KIND, key)) is None:
        kept = _subset(data, text)
        cache.keep(KIND, key, kept)
    return kept


def _subset(data: bytes, text: str) -> bytes:
    from fontTools.subset import Options, Subsetter  # takes a third of a second to load
    from fontTools.ttLib import TTFont

    font, target = TTFont(BytesIO(data), recalcTimestamp=False), BytesIO()
    subsetter = Subsetter(Options(hinting=False))
    subsetter.populate(text=text)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)
    return target.getvalue()
