"""HTML as it passes from the templates to the layout, or to a browser."""

from dataclasses import dataclass, field

from brochure.document.look import Stylesheet


@dataclass(frozen=True)
class HtmlUnit:
    """One unit's HTML: the smallest piece that starts on a page of its own.

    `start` is the page number of its first page; it is part of the text.
    """

    name: str
    html: str = field(repr=False)
    stylesheets: tuple[Stylesheet, ...] = field(repr=False)
    start: int = 1
    ppi: int | None = None
    """The resolution in pixels an inch to which finer pictures are brought; none: as they are."""


@dataclass(frozen=True)
class HtmlPage:
    """A page for browsers that needs nothing but itself."""

    title: str
    html: str = field(repr=False)
    files: tuple[str, ...] = ()
    """Pictures and fonts of the project that are in it."""
