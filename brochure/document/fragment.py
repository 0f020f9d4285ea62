"""What the layout of one unit gives: its pages, painted, and where each thing lies on them.

A `Fragment` is plain data with no object of the engine in it: it is kept in a file, sent to another
process, and linked into any edition. Names of its objects begin with the unit's own name, which is
its only one in an edition; so the linker takes them as they are.
"""

from dataclasses import dataclass, field
from typing import Any

from brochure.diagnostics import Diagnostic, Span
from brochure.document.layout_map import Area, LayoutMap
from brochure.document.structure import Rectangle, Skeleton


@dataclass(frozen=True)
class PlacedBox:
    """A box that carries its source; page counted from 1 in the unit, sizes in mm from top left.

    Boxes of one element share a `key`. `content_bottom` is where the content really ends, and
    `fit` says what it must fit into (`page`, `panel`). `words` is where its text lies,
    however it was positioned, and `frame` the key of the box with a `fit` that it stands in.
    """

    key: int
    page: int
    x: float
    y: float
    width: float
    height: float
    content_bottom: float
    element: str
    fit: str | None
    source: Span | None
    anchor: str | None = None
    """The id of its element: headings and titles have one, and no source."""
    words: Area | None = None
    frame: int | None = None


@dataclass(frozen=True)
class PageKind:
    """By what `@page` rules choose a page, and what its margin boxes may show of its text.

    With this, margins are laid out without the page's content (CSS Paged Media 3, 4; Generated
    Content for Paged Media 3, 1.1).
    """

    side: str
    blank: bool
    name: str
    index: int
    groups: tuple[tuple[str, int], ...]
    strings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What `string-set` set on the page, by name."""
    has_margins: bool = False


@dataclass(frozen=True)
class Metadata:
    """What a file says of itself; `issued` is YYYY-MM-DD."""

    title: str
    language: str
    authors: tuple[str, ...] = ()
    description: str = ""
    keywords: tuple[str, ...] = ()
    rights: str = ""
    issued: str = ""


@dataclass(frozen=True)
class LaidOut:
    """A unit that was laid out.

    `engine_document` is opaque to every room but `layout` and `pdf`.
    """

    name: str
    page_sizes: tuple[tuple[float, float], ...]
    boxes: tuple[PlacedBox, ...] = field(repr=False)
    files: tuple[tuple[str, str], ...]
    """Every file that the engine asked for, and the hash of what it got (empty: nothing)."""
    diagnostics: tuple[Diagnostic, ...]
    kinds: tuple[PageKind, ...] = field(repr=False)
    is_numbered: bool
    """Whether its text shows page numbers, so that it must know on which page it starts."""
    engine_document: Any = field(repr=False)
    html: Any = field(repr=False)
    """The `html` element of the unit (`xml.etree.ElementTree.Element`)."""
    layout: LayoutMap = field(default=LayoutMap(), repr=False)

    @property
    def pages(self) -> int:
        """How many pages the unit takes."""
        return len(self.page_sizes)


@dataclass(frozen=True)
class Item:
    r"""One indirect object. `\0NAME\0` in its text stands for a reference to the item NAME.

    What stands around a reference keeps it apart: `[\0a\0 \0b\0]`, `/P \0a\0/S/Span`. A string
    of the text has its own NUL as `\000` or in hex. `data` are the bytes of a stream as they are
    written; their filter stands in `text`, their length does not.
    """

    name: str
    text: bytes
    data: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Picture:
    """An image object as fine as its file is, and how large it is drawn at most, in points.

    It is named by its content; of its `pixels` an edition takes what its profile wants.
    """

    name: str
    pixels: tuple[int, int]
    drawn: tuple[float, float]
    items: tuple[Item, ...] = field(repr=False)
    """The image, then the profile of its colours and its mask, where it has them."""


@dataclass(frozen=True)
class UsedFont:
    """A font with the glyphs that a unit drew: number, text, advance in 1/1000 em."""

    name: str
    base_font: str
    family: str
    file: str
    """SHA-256 of the font file."""
    index: int
    flags: int
    glyphs: tuple[tuple[int, str, int], ...] = field(repr=False)
    hyphen: int | None = None
    """The glyph that was painted where a line break made a hyphen."""
    variations: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class PaintedPage:
    """One page as it is painted: boxes in points, operators, what they name.

    It is painted up to the edge of the bleed, whatever a profile shows of it.
    """

    trim: Rectangle
    bleed: Rectangle
    content: bytes = field(repr=False)
    """Operators, packed (FlateDecode); the graphics state is as before at their end."""
    resources: tuple[tuple[str, tuple[tuple[bytes, bytes], ...]], ...] = field(repr=False)
    """Entries of the page's resource dictionary by kind (`Font`, `XObject`, …)."""
    uses: tuple[str, ...]
    """Names of the pictures and fonts that it shows, its groups and patterns included."""
    objects: tuple[Item, ...] = field(default=(), repr=False)
    """Groups, patterns, shadings and masks of the page alone."""
    groups: tuple[str, ...] = ()
    """Which of these have marked content; `Content.stream` counts them from 1."""
    digest: str = ""
    """A hash of all that is painted."""
    blending_space: bytes = b""
    """The colour space in which what is transparent is blended with the page."""
    above: bytes = field(default=b"", repr=False)
    """Operators that are painted above, those of its margins."""
    media: Rectangle | None = None
    """The paper, where it is larger than the bleed."""
    around: tuple[bytes, bytes] = field(default=(b"", b""), repr=False)
    """Operators before and after all others: what ends at the bleed, and the marks outside it."""


@dataclass(frozen=True)
class Heading:
    """A heading of the HTML: its level, its words, where it was written."""

    level: int
    text: str
    span: Span | None


@dataclass(frozen=True)
class Outline:
    """The headings of a file, over all its units in order."""

    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class Fragment:
    """A unit laid out and painted, ready to be linked into an edition."""

    name: str
    boxes: tuple[PlacedBox, ...] = field(repr=False)
    files: tuple[tuple[str, str], ...]
    diagnostics: tuple[Diagnostic, ...]
    kinds: tuple[PageKind, ...] = field(repr=False)
    is_numbered: bool
    painted: tuple[PaintedPage, ...] = field(repr=False)
    fonts: tuple[UsedFont, ...] = field(repr=False)
    pictures: tuple[Picture, ...] = field(repr=False)
    skeleton: Skeleton = field(repr=False)
    headings: tuple[Heading, ...] = ()
    structure: tuple[Diagnostic, ...] = ()
    """What is wrong with the structure of its HTML."""
    versions: tuple[tuple[str, str], ...] = ()
    layout: LayoutMap = field(default=LayoutMap(), repr=False)

    @property
    def pages(self) -> int:
        """How many pages the unit takes."""
        return len(self.painted)
