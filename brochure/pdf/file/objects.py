"""Indirect objects and object streams as bytes (ISO 32000-1, 7.3.10 and 7.5.7)."""

import zlib
from collections.abc import Sequence
from itertools import accumulate

LEVEL = 6
"""Level 9 takes a third more of the writer's time for half a percent of the file."""


def plain(number: int, text: bytes, data: bytes | None = None) -> bytes:
    """`N 0 obj … endobj`; with data a stream, whose `endstream` has a line of its own.

    That line end is no part of the data (ISO 19005-2, 6.1.7.1).
    """
    if data is None:
        return b"%d 0 obj\n%b\nendobj\n" % (number, text)
    return b"%d 0 obj\n%b/Length %d>>\nstream\n%b\nendstream\nendobj\n" % (
        number,
        _open(text),
        len(data),
        data,
    )


def compressed(number: int, dictionary: bytes, data: bytes) -> bytes:
    """A stream of the file itself: objects, cross-references or hints."""
    text = _open(dictionary) + b"/Filter/FlateDecode>>"
    return plain(number, text, zlib.compress(data, LEVEL))


def object_stream(number: int, numbers: Sequence[int], texts: Sequence[bytes]) -> bytes:
    """Several objects in one: pairs of number and offset, then the values."""
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    pairs = b" ".join(b"%d %d" % pair for pair in zip(numbers, starts, strict=False))
    values = b"\n".join(texts)
    text = b"<</Type/ObjStm/N %d/First %d>>" % (len(texts), len(pairs) + 1)
    return compressed(number, text, pairs + b"\n" + values)


def _open(dictionary: bytes) -> bytes:
    """A dictionary without its end, to add to it."""
    return dictionary.rstrip().removesuffix(b">>")
