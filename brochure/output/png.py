"""Pixels → PNG (https://www.w3.org/TR/png-3/), in the fewest steps.

Rows go in unfiltered: what lies flat, as in a designed page, packs better so, by a sixth, and in a
third of the time that filtering takes (0.05 instead of 0.17 s for twelve A5 pages, measured).
A photograph becomes larger than it could be, which a preview can bear.
"""

import struct
import zlib
from collections.abc import Iterable

SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGB_8_BIT = bytes((8, 2, 0, 0, 0))
"""Bits, colour type, and the only methods of compression, filtering and no interlacing."""
UNFILTERED = b"\0"
LEVEL = 2  # of zlib: 3 % smaller than 1 in the same time; 3 saves as much again for a tenth more


def png(width: int, height: int, rows: Iterable[bytes | memoryview]) -> bytes:
    """A picture of three bytes a pixel, by its rows from the top."""
    pixels = b"".join(part for row in rows for part in (UNFILTERED, row))
    chunks = (
        _chunk(b"IHDR", struct.pack(">II", width, height) + RGB_8_BIT),
        _chunk(b"IDAT", zlib.compress(pixels, LEVEL)),
        _chunk(b"IEND", b""),
    )
    return SIGNATURE + b"".join(chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(data, zlib.crc32(kind))
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
