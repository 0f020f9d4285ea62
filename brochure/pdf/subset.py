"""A font file with only the glyphs that are drawn, by HarfBuzz (`uharfbuzz`).

Glyphs keep their numbers: fragments name them, and their union is known only when an edition is
linked. PDF has no use for tables of shaping, bitmaps and colours (ISO 32000-1, 9.9).
"""

from collections.abc import Iterable
from functools import cache
from importlib.metadata import version

DROPPED = "BASE CBDT CBLC COLR CPAL DSIG EBDT EBLC EBSC GDEF GPOS GSUB JSTF LTSH PCLT SVG sbix"
Variations = tuple[tuple[str, float], ...]


@cache
def subset_version() -> str:
    """What makes the subsets, for keys of caches."""
    return version("uharfbuzz")


def subset(data: bytes, glyphs: Iterable[int], variations: Variations = ()) -> bytes:
    """The font with these glyphs; a variable one stands still at the values of its axes."""
    import uharfbuzz  # takes a thirtieth of a second, and is needed only for a new set of glyphs

    face = uharfbuzz.Face(data)
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update({0, *glyphs})
    flags = uharfbuzz.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.PASSTHROUGH_UNRECOGNIZED | flags.DESUBROUTINIZE
    wanted.drop_table_tag_set.update(map(_tag, DROPPED.split()))
    if face.axis_infos:
        wanted.pin_all_axes_to_default(face)
        for axis, value in variations:
            wanted.pin_axis_location(face, axis, value)
    return bytes(wanted.subset(face).blob.data)


def _tag(name: str) -> int:
    return int.from_bytes(name.ljust(4).encode(), "big")
