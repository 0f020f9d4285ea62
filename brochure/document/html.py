"""HTML as it passes from the templates to the layout, or to a browser."""

from dataclasses import dataclass, field
from typing import Any

from brochure.document.look import Stylesheet


@dataclass(frozen=True)
class HtmlUnit:
    """One unit's HTML: the smallest piece that starts on a page of its own."""

    name: str
    html: str = field(repr=False)
    stylesheets: tuple[Stylesheet, ...] = field(repr=False)
    of_record: bool = field(default=False, compare=False)
    """Whether it is another one for another record."""


@dataclass(frozen=True)
class HtmlTree:
    """A unit's HTML as it was read: the tree of which its structure is made."""

    root: Any = field(repr=False)
    """Its `html` element (`xml.etree.ElementTree.Element`)."""


@dataclass(frozen=True)
class Numbering:
    """What the margins of a unit's pages show of the edition around it."""

    start: int
    """The number of the unit's first page."""
    total: int = 0
    """How many pages the edition has; 0 where no style asks for it."""
    strings: tuple[tuple[str, str], ...] = ()
    """What `string-set` last set on the pages before, by name."""


@dataclass(frozen=True)
class HtmlPage:
    """A page for browsers that needs nothing but itself."""

    title: str
    html: str = field(repr=False)
    files: tuple[str, ...] = ()
    """Pictures and fonts of the project that are in it."""
