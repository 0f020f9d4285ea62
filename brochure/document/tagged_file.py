"""A PDF as assistive technology meets it, whoever made it: tree, contents, annotations, fonts.

Elements stand in one list in the order of the tree, and name one another by their places in it, so
that neither a deep tree nor a circle is more than a list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Literal

from brochure.diagnostics import Span
from brochure.document.boxes import MM, Box
from brochure.document.font_facts import FontFacts
from brochure.document.pdf_file import PdfFile

LOOKED_AT = 500
"""Pieces of content that a place is made from."""
MOST_TEXT = 5000
"""Characters of an element that checks read."""

FaultKind = Literal[
    "circle",
    "twice",
    "no-parent",
    "wrong-parent",
    "no-type",
    "wrong-kid",
    "too-deep",
    "too-many",
]
Namespace = Literal["pdf", "pdf2", "mathml", "other"]
RoleFault = Literal["", "unmapped", "circle", "remapped", "same-namespace"]
"""What is wrong with how a type leads to a standard type."""


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of marked content that an element holds."""

    page: int
    stream: str
    mcid: int
    element: int
    text: str = ""
    box: Box | None = None
    size: float = 0.0
    """Height of an em of most of its text, in points."""
    bold: bool = False
    lang: str | None = None
    has_pictures: bool = False
    found: bool = True
    """Whether it is there on its page."""
    run: int = -1
    """The place of its first text among those of its page."""


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element."""

    index: int
    parent: int
    """Its parent's place in the list; -1 for the root."""
    depth: int
    type: str
    """As it is written."""
    standard: str
    """The standard type it leads to; empty where it leads to none."""
    namespace: Namespace = "pdf"
    """The namespace of the standard type."""
    mapping: RoleFault = ""
    attributes: Mapping[str, object] = field(default_factory=dict)
    alt: str | None = None
    actual: str | None = None
    expansion: str | None = None
    lang: str | None = None
    id: str | None = None
    title: str | None = None
    page: int = 0
    refs: tuple[int, ...] = ()
    """The elements that its Ref names; -1 for one that is not in the tree."""
    namespace_url: str = ""
    kids: tuple[int, ...] = ()
    end: int = 0
    """The place after its last descendant."""
    contents: tuple[int, int] = (0, 0)
    """Which contents it and its descendants hold."""
    text: tuple[int, int] = (0, 0)
    """Which part of the file's text they are."""
    own_contents: int = 0
    """How many contents it holds itself."""
    annotations: tuple[int, ...] = ()
    """The annotations that it holds itself (OBJR)."""
    order: tuple[str, ...] = ()
    """The standard types of what it holds, in order; content is `#`, an annotation `@`."""


@dataclass(frozen=True, slots=True)
class TaggedAnnotation:
    """An annotation with what is said of it."""

    index: int
    subtype: str
    page: int
    box: Box
    contents: str | None = None
    flags: int = 0
    lang: str | None = None
    tooltip: str | None = None
    """TU of its form field, or of one above it."""
    target: str = ""
    """An address, or what a place within the file is called."""
    structure_target: bool | None = None
    """Whether its place in the file is told by structure; none where it leads to no place."""
    element: int = -1
    """The element that holds it by an OBJR."""
    parent: int = -1
    """The element that the ParentTree gives."""
    has_struct_parent: bool = False
    outside: bool = False
    """Whether it lies beyond the CropBox."""
    entries: Mapping[str, str] = field(default_factory=dict)
    """Other entries that a rule asks of, as text: `Name`, `RC`, `AFRelationship`, …"""

    @property
    def is_hidden(self) -> bool:
        """Whether nobody meets it: hidden by flag 2, or outside of the page."""
        return bool(self.flags & 2) or self.outside


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; `page` is 0 where it leads to none."""

    title: str
    level: int
    page: int = 0
    structure_target: bool | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file specification of an embedded file."""

    name: str | None
    unicode_name: str | None
    description: str | None = None
    listed: bool = False
    """Whether the file lists it among its attached files (EmbeddedFiles)."""


@dataclass(frozen=True, slots=True)
class LayerConfig:
    """A configuration of optional content."""

    name: str
    switches: bool
    """Whether it has AS."""


@dataclass(frozen=True, slots=True)
class MediaClip:
    """A media clip data dictionary: whether it has CT, and Alt as it must be."""

    has_type: bool
    has_alt: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the tree itself; `detail` is a type."""

    kind: FaultKind
    detail: str = ""
    element: int = -1


@dataclass(frozen=True)
class TaggedFile:
    """One file."""

    file: PdfFile = field(repr=False)
    has_tree: bool = False
    marked: bool = False
    suspects: bool = False
    lang: str | None = None
    shows_title: bool | None = None
    """DisplayDocTitle of the viewer preferences; none where it is missing."""
    ua_prefix: str = ""
    """The prefix that the XMP gives to the namespace of PDF/UA."""
    header: str = ""
    role_map: Mapping[str, str] = field(default_factory=dict)
    elements: tuple[Element, ...] = field(default=(), repr=False)
    contents: tuple[Content, ...] = field(default=(), repr=False)
    text: str = field(default="", repr=False)
    """All text in the order of the tree; a block begins a line."""
    roots: tuple[int, ...] = ()
    annotations: tuple[TaggedAnnotation, ...] = field(default=(), repr=False)
    tabs: Mapping[int, str] = field(default_factory=dict)
    """The order of the tab key, by page."""
    bookmarks: tuple[Bookmark, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    layers: tuple[LayerConfig, ...] = ()
    clips: tuple[MediaClip, ...] = ()
    dynamic_xfa: bool = False
    has_xfa: bool = False
    permissions: int | None = None
    """P of the encryption dictionary, where the file is encrypted and has it."""
    fonts: tuple[FontFacts, ...] = field(default=(), repr=False)
    forms_used_again: tuple[int, ...] = ()
    """Pages on which a form with tags of its own is painted again."""
    parent_tree_faults: tuple[Content, ...] = ()
    """Contents that the ParentTree gives to another element, or to none."""
    faults: tuple[Fault, ...] = ()
    complete: bool = True
    """Whether all of the tree was looked at; a limit stops it otherwise."""

    @property
    def name(self) -> str:
        """How a person calls it."""
        return self.file.name

    @cached_property
    def claims(self) -> Mapping[str, str]:
        """What the XMP says in the namespace of PDF/UA: `part`, `rev`, …"""
        found = self.file.xmp or {}
        return {key[len(UA) :]: value for key, value in found.items() if key.startswith(UA)}

    @property
    def is_second_part(self) -> bool:
        """Whether it claims PDF/UA-2."""
        return self.claims.get("part") == "2"

    @property
    def title(self) -> str | None:
        """dc:title of the XMP."""
        return (self.file.xmp or {}).get("{http://purl.org/dc/elements/1.1/}title")

    def of_type(self, *types: str) -> Iterator[Element]:
        """The elements that lead to these standard types."""
        return (element for element in self.elements if element.standard in types)

    def parent_of(self, element: Element) -> Element | None:
        """The parent that has a meaning; none of the first ones."""
        return next((outer for outer in self.around(element) if outer.standard != PLAIN), None)

    def kids_of(self, element: Element) -> list[Element]:
        """The elements in it; a NonStruct is as if only what it holds were there."""
        found: list[Element] = []
        waiting = list(reversed(element.kids))
        while waiting:
            kid = self.elements[waiting.pop()]
            if kid.standard == PLAIN and kid.kids:
                waiting += reversed(kid.kids)
            else:
                found.append(kid)
        return found

    def inside(self, element: Element) -> Iterator[Element]:
        """All that is in it, in order."""
        return iter(self.elements[element.index + 1 : element.end])

    def around(self, element: Element) -> Iterator[Element]:
        """All that it is in, the nearest one first."""
        while element.parent >= 0:
            element = self.elements[element.parent]
            yield element

    def text_of(self, element: Element) -> str:
        """What is read of an element, without the spaces around it; all spaces are plain."""
        start, end = element.text
        return self.text[start : min(end, start + MOST_TEXT)].replace("\u00a0", " ").strip()

    def contents_of(self, element: Element) -> Iterator[Content]:
        """The pieces of content in it, in order; as many as are looked at."""
        start, end = element.contents
        return islice(iter(self.contents[start : min(end, start + LOOKED_AT)]), LOOKED_AT)

    def lang_of(self, element: Element) -> str | None:
        """The language of an element: its own, that of one around it, that of the file."""
        for one in (element, *self.around(element)):
            if one.lang:
                return one.lang
        return self.lang

    def box_of(self, element: Element) -> tuple[int, Box | None]:
        """The page on which an element begins, and its box there."""
        found = [item for item in self.contents_of(element) if item.box]
        if not found:
            return self._page_without_content(element), None
        page = found[0].page
        return page, Box.around(item.box for item in found if item.box and item.page == page)

    def _page_without_content(self, element: Element) -> int:
        for item in (element, *self.around(element)):
            if item.page:
                return item.page
        return 0

    def span_of(self, element: Element) -> Span:
        """Where a person finds an element."""
        page, box = self.box_of(element)
        return self.span(page, box)

    def span(self, page: int, box: Box | None = None) -> Span:
        """A place on a page, in mm from the top left of the finished page."""
        if not 0 < page <= len(self.file.pages):
            return Span(self.name)
        if box is None or box.is_empty:
            return Span(self.name, page=page)
        boxes = self.file.pages[page - 1].boxes
        finished, seen = boxes.finished, box.clipped(boxes.media)
        sides = (
            seen.left - finished.left,
            finished.top - seen.top,
            max(0.0, seen.width),
            max(0.0, seen.height),
        )
        return Span(self.name, page=page, area=tuple(round(side / MM, 1) for side in sides))


PLAIN = "NonStruct"
"""The type of an element without a meaning (ISO 32000-1, table 333)."""
UA = "{http://www.aiim.org/pdfua/ns/id/}"
