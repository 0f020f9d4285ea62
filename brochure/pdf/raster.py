"""Image objects ⇄ pixels: what lies in the file as JPEG or as the data of a PNG.

A PNG without its frame is what `/FlateDecode` with predictor 15 means (ISO 32000-1, 7.4.4.4).
"""

import re
import struct
import zlib
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from brochure.document.fragment import Item

if TYPE_CHECKING:
    from PIL.Image import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOUR_TYPES = {1: 0, 3: 2, 4: 6}
"""The PNG colour type for so many colours a pixel: grey, RGB; four inks pass for RGB with alpha."""
SIZES = re.compile(rb"/(Width|Height|Columns) \d+")
QUALITY = 85
"""Of a JPEG that is written anew, at full colour resolution: type may stand in it."""


def is_jpeg(item: Item) -> bool:
    """Whether an image object is a JPEG."""
    return b"/DCTDecode" in item.text


def is_image(item: Item) -> bool:
    """Whether it is an image object at all, or the profile of one."""
    return b"/Subtype /Image" in item.text


def is_bilevel(item: Item) -> bool:
    """Whether its pixels are black or white."""
    return b"/BitsPerComponent 1/" in item.text


def pixels_of(item: Item) -> "Image":
    """The picture in an image object."""
    from PIL import Image

    assert item.data is not None
    return Image.open(BytesIO(item.data if is_jpeg(item) else _framed(item)))


def with_pixels(item: Item, picture: "Image") -> Item:
    """The image object with another picture of the same kind in it, in its own size."""
    packed = BytesIO()
    if is_jpeg(item):
        picture.save(packed, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
        data = packed.getvalue()
    else:
        picture.save(packed, "PNG")
        data = unframed(packed.getvalue())
    sizes = {b"Width": picture.width, b"Height": picture.height, b"Columns": picture.width}
    text = SIZES.sub(lambda found: b"/%b %d" % (found[1], sizes[found[1]]), item.text)
    return replace(item, text=text, data=data)


def _framed(item: Item) -> bytes:
    assert item.data is not None
    colours = int(found[1]) if (found := re.search(rb"/Colors (\d)", item.text)) else 1
    head = struct.pack(
        ">IIBBBBB",
        _number(item, b"Width"),
        _number(item, b"Height"),
        _number(item, b"BitsPerComponent"),
        COLOUR_TYPES[colours],
        0,
        0,
        0,
    )
    return SIGNATURE + b"".join(
        _chunk(*chunk) for chunk in ((b"IHDR", head), (b"IDAT", item.data), (b"IEND", b""))
    )


def _number(item: Item, key: bytes) -> int:
    found = re.search(rb"/%b (\d+)" % key, item.text)
    assert found, key
    return int(found[1])


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def unframed(png: bytes) -> bytes:
    """The data of a PNG alone."""
    parts, at = [], len(SIGNATURE)
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        if kind == b"IDAT":
            parts.append(png[at + 8 : at + 8 + size])
        at += size + 12
    return b"".join(parts)
