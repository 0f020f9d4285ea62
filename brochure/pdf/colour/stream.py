"""Streams of a fragment: their bytes unpacked, and packed again."""

import zlib

from brochure.document.fragment import Item

LEVEL = 6
"""Level 9 takes three times as long for a hundredth of the size."""


def unpacked(item: Item) -> bytes:
    """The bytes of a stream, which is packed by Flate or not at all."""
    data = item.data or b""
    return zlib.decompress(data) if b"/FlateDecode" in item.text else data


def packed(data: bytes) -> bytes:
    """The bytes by Flate."""
    return zlib.compress(data, LEVEL)
