"""Read the frame of a TrueType or OpenType file: is it whole, which families does it name.

FreeType ends the process by a signal on some files that are cut short, so they must not get that
far. Only what costs nothing is looked at (OpenType 1.9, “Organization of an OpenType Font”,
“name”); fontTools would cost a tenth of a second.
"""

import struct
from collections.abc import Iterator
from hashlib import sha256

VERSIONS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
NEEDED = (b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name")
OUTLINES = ((b"glyf", b"loca"), (b"CFF ",), (b"CFF2",))
HEAD_MAGIC = b"\x5f\x0f\x3c\xf5"
FAMILY_NAMES = (1, 16)  # family, typographic family
MACINTOSH = 1
DRAWN = (b"glyf", b"loca", b"CFF ", b"CFF2", b"gvar", b"cvt ", b"fpgm", b"prep", b"gasp", b"DSIG")
"""What only paints a glyph; `head` begins with a checksum of the whole file."""


class DamagedFont(ValueError):  # noqa: N818 - it says what the file is
    """The file is no font, or ends before its tables do."""


def families(data: bytes) -> frozenset[str]:
    """The family names in a font file; `DamagedFont` when it is not whole."""
    try:
        tables = _tables(data)
        if tables[b"head"][12:16] != HEAD_MAGIC:
            raise DamagedFont
        found = frozenset(_family_names(tables[b"name"]))
    except (struct.error, KeyError, UnicodeDecodeError) as error:
        raise DamagedFont from error
    if not found:
        raise DamagedFont
    return found


def selection(data: bytes) -> str:
    """A hash of all but the outlines: by what a font is chosen and text is measured and shaped."""
    tables = _tables(data)
    digest = sha256()
    for tag in sorted(set(tables) - set(DRAWN)):
        digest.update(tag + (tables[tag][12:] if tag == b"head" else tables[tag]))
    return digest.hexdigest()


def _tables(data: bytes) -> dict[bytes, memoryview]:
    """Every table by its tag, each within the file."""
    if data[:4] not in VERSIONS:
        raise DamagedFont
    (count,) = struct.unpack_from(">H", data, 4)
    view, tables = memoryview(data), {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if offset + length > len(data):
            raise DamagedFont
        tables[tag] = view[offset : offset + length]
    whole = all(map(tables.get, NEEDED)) and any(all(map(tables.get, tags)) for tags in OUTLINES)
    if not whole:
        raise DamagedFont
    return tables


def _family_names(table: memoryview) -> Iterator[str]:
    _, count, storage = struct.unpack_from(">HHH", table)
    for index in range(count):
        record = struct.unpack_from(">HHHHHH", table, 6 + 12 * index)
        platform, _, _, kind, length, offset = record
        if kind in FAMILY_NAMES:
            text = bytes(table[storage + offset : storage + offset + length])
            yield text.decode("mac_roman" if platform == MACINTOSH else "utf-16-be")
