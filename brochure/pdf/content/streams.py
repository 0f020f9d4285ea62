"""What streams hold, unpacked; a small stream can unpack to gigabytes, so each is asked first."""

from base64 import a85decode
from binascii import unhexlify
from zlib import decompressobj, error

import pikepdf

from brochure.pdf.content.values import BROKEN, Object, names, number, value

MOST_BYTES = 64_000_000
FACTORS = {"FlateDecode": 1032, "LZWDecode": 100, "RunLengthDecode": 64}
"""How much a filter can unpack a byte to; LZW could do 25 times more, and never does."""


def bytes_of(stream: Object) -> bytes:
    """What a stream holds; nothing where it can't be unpacked, or is too much."""
    try:
        if isinstance(stream, pikepdf.Stream) and not is_too_large(stream, MOST_BYTES):
            return stream.read_bytes()
    except (*BROKEN, pikepdf.DataDecodingError):
        pass
    return b""


def is_too_large(stream: Object, most: int) -> bool:
    """Whether a stream unpacks to more than so many bytes; only what could is tried."""
    filters = names(value(stream, "/Filter"))
    bound = number(value(stream, "/Length"))
    for name in filters:
        bound *= FACTORS.get(name, 1)
    if bound <= most:
        return False
    try:
        return _unpacks_beyond(stream.read_raw_bytes(), filters, most)
    except (*BROKEN, error):
        return False  # damaged: whoever reads it tells so


def _unpacks_beyond(data: bytes, filters: tuple[str, ...], most: int) -> bool:
    for name in filters:
        match name:
            case "ASCII85Decode":
                data = a85decode(data.strip().removeprefix(b"<~").removesuffix(b"~>"))
            case "ASCIIHexDecode":
                data = unhexlify(b"".join(data.partition(b">")[0].split()))
            case "FlateDecode":
                data = decompressobj().decompress(data, most + 1)
            case "LZWDecode" | "RunLengthDecode":
                return len(data) * FACTORS[name] > most
            case _:  # a picture's own, which nobody unpacks here
                break
        if len(data) > most:
            return True
    return len(data) > most
