"""What a file is written of: its indirect objects under names, page by page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    r"""One indirect object. `\0NAME\0` in its text stands for a reference to the item NAME.

    What stands around a reference keeps it apart: `[\0a\0 \0b\0]`, `/P \0a\0/S/Span`. A string
    of the text has its own NUL as `\000` or in hex.
    """

    name: str
    text: bytes
    """A value of PDF; for a stream its dictionary without /Length."""
    data: bytes | None = None
    """The bytes of a stream as they are written; their filter stands in `text`."""


@dataclass(frozen=True, slots=True)
class Page:
    """The page object first, then what belongs to this page: contents, groups, annotations."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """All items of a file. Their order decides the order in the file, and so its bytes."""

    catalog: Item
    pages: tuple[Page, ...]
    shared: tuple[Item, ...]
    """What pages use together: fonts, pictures, resources."""
    others: tuple[Item, ...]
    """Page tree, structure tree, outlines, names, metadata, output intent, information, …"""
    info: str | None = None
    """The name of the document information dictionary."""
