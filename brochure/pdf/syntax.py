r"""Values of a PDF as bytes (ISO 32000-1, 7.3).

A reference to another object is the object's name between two NUL bytes, until the writer knows its
number (`file.py`); no other value has a NUL in it.
"""

from collections.abc import Iterable, Mapping

ESCAPED = {ord("\\"): "\\\\", ord("("): "\\(", ord(")"): "\\)", 0: "\\000", 13: "\\r"}


def reference(name: str) -> bytes:
    """A reference to the object of that name."""
    return b"\0%b\0" % name.encode()


def string(text: str) -> bytes:
    """A text string: as it is where ASCII does, else in UTF-16."""
    if text.isascii():
        return b"(%b)" % text.translate(ESCAPED).encode()
    return b"<feff%b>" % text.encode("utf-16-be").hex().encode()


def number(value: float) -> bytes:
    """A number without exponent, as short as it can be written to a millionth."""
    if isinstance(value, int):
        return b"%d" % value
    return f"{value:.6f}".rstrip("0").rstrip(".").encode() or b"0"


def array(items: Iterable[bytes]) -> bytes:
    """An array of values that are bytes already."""
    return b"[%b]" % b" ".join(items)


def numbers(values: Iterable[float]) -> bytes:
    """An array of numbers."""
    return array(map(number, values))


def dictionary(entries: Mapping[str, bytes]) -> bytes:
    """A dictionary of values that are bytes already."""
    return b"<<%b>>" % b"".join(b"/%b %b" % (key.encode(), value) for key, value in entries.items())
