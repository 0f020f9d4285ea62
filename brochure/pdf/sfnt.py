"""Widths of glyphs, read from a font file (OpenType 1.9, “hhea”, “hmtx”)."""

import struct
from functools import lru_cache
from hashlib import sha256

FONTS = 32
"""How many font files' facts stay in memory: every unit asks for them anew."""


@lru_cache(FONTS)
def advance_widths(data: bytes) -> dict[int, int]:
    """Advance width of every glyph of a font in 1/1000 em, by its number."""
    tables = _tables(data)
    (units,) = struct.unpack_from(">H", data, tables[b"head"] + 18)
    (count,) = struct.unpack_from(">H", data, tables[b"hhea"] + 34)
    (glyphs,) = struct.unpack_from(">H", data, tables[b"maxp"] + 4)
    advances = struct.unpack_from(f">{2 * count}H", data, tables[b"hmtx"])[::2]
    scaled = [round(advance * 1000 / units) for advance in advances]
    return dict(enumerate([*scaled, *[scaled[-1]] * (glyphs - count)]))


@lru_cache(FONTS)
def digest(data: bytes) -> str:
    """The SHA-256 of a font file."""
    return sha256(data).hexdigest()


def vertical_metrics(data: bytes) -> tuple[int, int]:
    """Ascent and descent of a font in 1/1000 em (`hhea`)."""
    tables = _tables(data)
    (units,) = struct.unpack_from(">H", data, tables[b"head"] + 18)
    ascent, descent = struct.unpack_from(">hh", data, tables[b"hhea"] + 4)
    return round(ascent * 1000 / units), round(descent * 1000 / units)


def _tables(data: bytes) -> dict[bytes, int]:
    """Where each table begins; of a collection, those of its first font."""
    start = struct.unpack_from(">L", data, 12)[0] if data[:4] == b"ttcf" else 0
    (count,) = struct.unpack_from(">H", data, start + 4)
    records = (struct.unpack_from(">4sLLL", data, start + 12 + 16 * at) for at in range(count))
    return {tag: offset for tag, _, offset, _ in records}
