"""What a file is written of: its indirect objects under names, page by page."""

from dataclasses import dataclass

from brochure.document.fragment import Item

__all__ = ["Body", "Item", "Page"]


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
