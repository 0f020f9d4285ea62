"""Pixels as the stream of a PNG, for `FlateDecode` with predictor 15 (ISO 32000-1, 7.4.4.4)."""

import struct
import zlib
from io import BytesIO

from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOUR_TYPES = {1: 0, 3: 2, 4: 6}
"""By the number of channels; four are red, green, blue and alpha, or any four others."""
HEAD, TAIL = 8, 4
"""Bytes of a chunk before its data (length, type) and after it (checksum)."""


def opened(data: bytes, size: tuple[int, int], bits: int, channels: int) -> Image.Image:
    """The picture of a stream."""
    facts = struct.pack(">IIBBBBB", *size, bits, COLOUR_TYPES[channels], 0, 0, 0)
    chunks = ((b"IHDR", facts), (b"IDAT", data), (b"IEND", b""))
    return Image.open(BytesIO(SIGNATURE + b"".join(_chunk(*chunk) for chunk in chunks)))


def stream(picture: Image.Image) -> bytes:
    """The stream of a picture; inks go as four channels, for PNG knows no inks."""
    if picture.mode == "CMYK":
        picture = Image.frombytes("RGBA", picture.size, picture.tobytes())
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    return b"".join(_data(buffer.getvalue()))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _data(png: bytes) -> list[bytes]:
    found, place = [], len(SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack_from(">I", png, place)
        if png[place + 4 : place + HEAD] == b"IDAT":
            found.append(png[place + HEAD : place + HEAD + length])
        place += HEAD + length + TAIL
    return found
