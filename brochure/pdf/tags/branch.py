"""The branch of the structure tree that one unit makes, on its pages of the file.

It is the same in every file in which the unit starts on the same page, and is made once for all of
them: of a thousand records most units are the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from brochure.catalog.structure import structure_type
from brochure.document.fragment import Item
from brochure.document.structure import Content, LinkArea, Place, Skeleton, Structure
from brochure.pdf.syntax import array, dictionary, number, reference, string
from brochure.pdf.tags.annotation import link_annotation
from brochure.pdf.tags.attributes import attribute_objects

NAMESPACE_1_7 = "http://iso.org/pdf/ssn"
NAMESPACE_2_0 = "http://iso.org/pdf2/ssn"
DOCUMENT = "document"
RECENT = 128

Entries = dict[str, bytes]


@dataclass(frozen=True)
class Destination:
    """Where a link or a bookmark leads: a point on a page, and the element that is there."""

    page: int
    x: float
    y: float
    element: str


@dataclass(frozen=True)
class Link:
    """An annotation, its page, the element it belongs to, and where it leads.

    Its place in the parent tree is added once all units are there.
    """

    name: str
    page: int
    element: str
    entries: Entries = field(repr=False)
    target: str


@dataclass(frozen=True)
class Branch:
    """What a unit adds to the tree."""

    kids: tuple[str, ...]
    """Its elements right under the document."""
    elements: tuple[Item, ...] = field(repr=False)
    referring: Mapping[str, tuple[Entries, tuple[str, ...]]] = field(repr=False)
    """Of those that refer to others: their entries, and ids or `#` and a place."""
    contents: Mapping[tuple[int, str], Mapping[int, str]] = field(repr=False)
    """By page and group (empty: the page's own stream), the element of each marked content."""
    links: tuple[Link, ...]
    ids: Mapping[str, str] = field(repr=False)
    destinations: Mapping[str, Destination] = field(repr=False)
    headings: tuple[tuple[int, str, Destination], ...]
    roles: frozenset[str]


class Ground(NamedTuple):
    """Where a branch grows: its pages in the file, and what kind of file that is."""

    first: int
    """The index of its first page."""
    pages: tuple[str, ...]
    """The names of its pages."""
    groups: tuple[tuple[str, ...], ...]
    """For each page the names of its groups with marked content."""
    language: str
    """Of the edition."""
    version: str
    has_links: bool


def branch_of(skeleton: Skeleton, ground: Ground) -> Branch:
    """The branch of a unit."""
    return _known(_Same(skeleton), ground)


class _Same:
    """A skeleton by its identity: to compare two of them takes as long as to make a branch."""

    def __init__(self, skeleton: Skeleton) -> None:
        self.skeleton = skeleton

    def __hash__(self) -> int:
        return id(self.skeleton)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.skeleton is self.skeleton


@lru_cache(RECENT)
def _known(same: _Same, ground: Ground) -> Branch:
    return _Growing(same.skeleton, ground).branch()


def namespace(role: str) -> Entries:
    """What an element of PDF 2.0 says of where its role is defined."""
    return {"NS": reference(namespace_name(structure_type(role).old))}


def namespace_name(old: bool) -> str:
    """The name of the object of a namespace."""
    return "namespace/1.7" if old else "namespace/2.0"


class _Growing:
    """A branch while it is made."""

    def __init__(self, skeleton: Skeleton, ground: Ground) -> None:
        self._skeleton, self._ground = skeleton, ground
        self._is_2 = ground.version >= "2"
        self._elements: list[tuple[str, Entries]] = []
        self._refers: dict[str, tuple[str, ...]] = {}
        self._contents: dict[tuple[int, str], dict[int, str]] = {}
        self._links: list[Link] = []
        self._ids: dict[str, str] = {}
        self._destinations: dict[str, Destination] = {}
        self._headings: list[tuple[int, str, Destination]] = []

    def branch(self) -> Branch:
        kids = tuple(self._element(kid, DOCUMENT) for kid in self._kids())
        entries = dict(self._elements)
        return Branch(
            kids=kids,
            elements=tuple(Item(name, dictionary(each)) for name, each in self._elements),
            referring={name: (entries[name], there) for name, there in self._refers.items()},
            contents=self._contents,
            links=tuple(self._links),
            ids=self._ids,
            destinations=self._destinations,
            headings=tuple(self._headings),
            roles=frozenset(element.role for element in self._skeleton.walk()),
        )

    def _kids(self) -> Iterator[Structure]:
        """A unit in another language than the edition says so."""
        own = self._skeleton.language
        for kid in self._skeleton.kids:
            assert isinstance(kid, Structure), "content or a link without an element"
            yield (
                kid if own == self._ground.language else replace(kid, language=kid.language or own)
            )

    def _element(self, kid: Structure, parent: str) -> str:
        name = f"{self._skeleton.name}/e{len(self._elements)}"
        entries = {"Type": b"/StructElem", "S": b"/%b" % kid.role.encode()}
        entries |= {"P": reference(parent), **(namespace(kid.role) if self._is_2 else {})}
        self._elements.append((name, entries))
        self._describe(kid, name, entries)
        kids = []
        for inner in kid.kids:
            if isinstance(inner, Structure):
                kids.append(reference(self._element(inner, name)))
            elif isinstance(inner, Content):
                kids.append(self._content(inner, name, entries))
            elif self._ground.has_links:
                kids.append(self._link(inner, name, entries))
        entries["K"] = array(kids)
        return name

    def _describe(self, kid: Structure, name: str, entries: Entries) -> None:
        """Everything that a structure element says of itself."""
        texts = {"Lang": kid.language, "Alt": kid.alt, "ActualText": kid.actual_text}
        texts |= {"E": kid.expansion, "ID": kid.id}
        entries |= {key: string(text) for key, text in texts.items() if text is not None}
        if kid.attributes:
            entries["A"] = attribute_objects(kid.attributes, self._ground.version)
        if kid.id:
            self._ids[kid.id] = name
        if kid.place:
            self._note_destination(kid, name, kid.place)
        if kid.refers_to and self._is_2:  # Ref came with PDF 2.0
            self._refers[name] = kid.refers_to

    def _note_destination(self, kid: Structure, name: str, place: Place) -> None:
        there = Destination(place.page + self._ground.first, place.x, place.y, name)
        if kid.anchor:
            self._destinations.setdefault(kid.anchor, there)
        if kid.role[0] == "H" and kid.role[1:].isdigit() and (text := kid.text.strip()):
            self._headings.append((int(kid.role[1:]), text, there))

    def _content(self, content: Content, name: str, entries: Entries) -> bytes:
        """Marked content: its id, and page and stream where they are not the element's own."""
        page = self._ground.pages[content.page]
        group = self._ground.groups[content.page][content.stream - 1] if content.stream else ""
        at = (content.page + self._ground.first, group)
        self._contents.setdefault(at, {})[content.mcid] = name
        on_page = reference(page)
        if entries.setdefault("Pg", on_page) == on_page and not group:
            return number(content.mcid)
        stream = b"/Stm " + reference(group) if group else b""
        return b"<</Type /MCR/Pg %b/MCID %d%b>>" % (on_page, content.mcid, stream)

    def _link(self, area: LinkArea, name: str, entries: Entries) -> bytes:
        """An annotation with all rectangles of the link on its page (PDF/UA-1 7.18.5)."""
        page = self._ground.pages[area.page]
        link = f"{self._skeleton.name}/link{len(self._links)}"
        annotation = link_annotation(area, page)
        at = area.page + self._ground.first
        self._links.append(Link(link, at, name, annotation, area.target))
        entries.setdefault("Pg", reference(page))
        return b"<</Type /OBJR/Obj %b/Pg %b>>" % (reference(link), reference(page))
