"""The structure tree of an edition: the skeletons of its units as objects, one tree for all.

Also what hangs on it: link annotations, the parent tree, ids, the role map, places that links and
bookmarks lead to (ISO 32000-1, 14.7; ISO 32000-2, 14.7 for namespaces and structure destinations).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from brochure.catalog.structure import structure_type, structure_types
from brochure.document.fragment import Item
from brochure.document.structure import Content, LinkArea, Place, Skeleton, Structure
from brochure.pdf.syntax import array, dictionary, number, reference, string
from brochure.pdf.tags.annotation import link_annotation
from brochure.pdf.tags.attributes import attribute_objects

NAMESPACE_1_7 = "http://iso.org/pdf/ssn"
NAMESPACE_2_0 = "http://iso.org/pdf2/ssn"
ROOT, DOCUMENT = "structure", "document"


@dataclass(frozen=True)
class Destination:
    """Where a link or a bookmark leads: a point on a page, and the element that is there."""

    page: int
    x: float
    y: float
    element: str


class Tree:
    """The tree of one file while it is made.

    `pages` are the names of its pages; `groups` are for each page the names of its groups with
    marked content, which `Content.stream` counts from 1. Without links, their words stay.
    """

    def __init__(
        self,
        pages: Sequence[str],
        groups: Sequence[Sequence[str]],
        version: str,
        *,
        has_links: bool = True,
    ) -> None:
        self._has_links = has_links
        self._pages, self._groups, self._version = pages, groups, version
        self.destinations: dict[str, Destination] = {}
        self.headings: list[tuple[int, str, Destination]] = []
        self.annotations: dict[int, list[str]] = {}
        """By page, the names of the links on it."""
        self.group_keys: dict[str, int] = {}
        """By its name, the number by which the parent tree knows a group (pages: their own)."""
        self._elements: list[tuple[str, dict[str, bytes]]] = []
        self._links: list[tuple[str, dict[str, bytes], str]] = []
        self._parents: dict[int, dict[int, str] | str] = {}
        self._next_key = len(pages)
        self._ids: dict[str, str] = {}
        self._refers: dict[str, tuple[str, ...]] = {}
        self._used: set[str] = {"Document"}
        self._is_2 = version >= "2"

    def read(self, skeletons: Sequence[Skeleton]) -> None:
        """Take in the units of the file, in order."""
        kids: list[bytes] = []
        first = 0
        for skeleton in skeletons:
            for kid in skeleton.kids:
                assert isinstance(kid, Structure), "content or a link without an element"
                if skeleton.language != skeletons[0].language:
                    kid = replace(kid, language=kid.language or skeleton.language)
                kids.append(reference(self._element(kid, DOCUMENT, first)))
            first += skeleton.pages
        root = {"Type": b"/StructElem", "S": b"/Document", "P": reference(ROOT), "K": array(kids)}
        self._elements.append((DOCUMENT, root | self._namespace("Document")))

    def items(self) -> Iterator[Item]:
        """All objects of the tree and the links; `read` came before."""
        yield self._root()
        for old in (False, True) if self._is_2 else ():
            name = NAMESPACE_1_7 if old else NAMESPACE_2_0
            entries = {"Type": b"/Namespace", "NS": string(name)}
            yield Item(_namespace_name(old), dictionary(entries))
        for name, entries in self._elements:
            yield Item(name, dictionary(entries | self._references(name)))
        yield Item("parents", self._parent_tree())

    def links(self) -> dict[str, Item]:
        """The link annotations by name, each with where it leads."""
        return {
            name: Item(name, dictionary(entries | self._target(target)))
            for name, entries, target in self._links
        }

    def lost_targets(self) -> list[str]:
        """Places of the file that links lead to and that are nowhere in it."""
        targets = dict.fromkeys(target for _, _, target in self._links if target[:1] == "#")
        return [target for target in targets if target[1:] not in self.destinations]

    def lead_to(self, there: Destination) -> dict[str, bytes]:
        """What a link or a bookmark says of where it leads."""
        point = b"/XYZ %b %b 0" % (number(round(there.x, 2)), number(round(there.y, 2)))
        on_page = array([reference(self._pages[there.page]), point])
        if not self._is_2:
            return {"Dest": on_page}
        # PDF/UA-2 8.8: destinations within the file are structure destinations.
        element = array([reference(there.element), point])
        return {"A": dictionary({"S": b"/GoTo", "D": on_page, "SD": element})}

    def named_destinations(self) -> bytes | None:
        """Places that an address can name: `file.pdf#nameddest=arbeit`; a name tree."""
        names = [
            part
            for name, there in sorted(self.destinations.items())
            for part in (string(name), *self.lead_to(there).values())
        ]
        return dictionary({"Names": array(names)}) if names else None

    def _element(self, kid: Structure, parent: str, first: int) -> str:
        name = f"e{len(self._elements)}"
        entries = {"Type": b"/StructElem", "S": b"/%b" % kid.role.encode()}
        entries |= {"P": reference(parent), **self._namespace(kid.role)}
        self._used.add(kid.role)
        self._elements.append((name, entries))
        self._describe(kid, name, entries, first)
        kids = []
        for inner in kid.kids:
            if isinstance(inner, Structure):
                kids.append(reference(self._element(inner, name, first)))
            elif isinstance(inner, Content):
                kids.append(self._content(inner, name, entries, first))
            elif self._has_links:
                kids.append(self._link(inner, name, entries, first))
        entries["K"] = array(kids)
        return name

    def _namespace(self, role: str) -> dict[str, bytes]:
        if not self._is_2:
            return {}
        return {"NS": reference(_namespace_name(structure_type(role).old))}

    def _describe(self, kid: Structure, name: str, entries: dict[str, bytes], first: int) -> None:
        """Everything that a structure element says of itself."""
        texts = {"Lang": kid.language, "Alt": kid.alt, "ActualText": kid.actual_text}
        texts |= {"E": kid.expansion, "ID": kid.id}
        entries |= {key: string(text) for key, text in texts.items() if text is not None}
        if kid.attributes:
            entries["A"] = attribute_objects(kid.attributes, self._version)
        if kid.id:
            self._ids[kid.id] = name
        if kid.place:
            self._note_destination(kid, name, kid.place, first)
        if kid.refers_to and self._is_2:  # Ref came with PDF 2.0
            self._refers[name] = kid.refers_to

    def _note_destination(self, kid: Structure, name: str, place: Place, first: int) -> None:
        there = Destination(place.page + first, place.x, place.y, name)
        if kid.anchor:
            self.destinations.setdefault(kid.anchor, there)
        if kid.role[0] == "H" and kid.role[1:].isdigit() and (text := kid.text.strip()):
            self.headings.append((int(kid.role[1:]), text, there))

    def _content(self, content: Content, name: str, entries: dict[str, bytes], first: int) -> bytes:
        """Marked content: its id, and page and stream where they are not the element's own."""
        page = content.page + first
        on_page = reference(self._pages[page])
        listed = self._parents.setdefault(self._key(page, content.stream), {})
        assert isinstance(listed, dict)
        listed[content.mcid] = name
        if entries.setdefault("Pg", on_page) == on_page and content.stream == 0:
            return number(content.mcid)
        stream = b""
        if content.stream:
            stream = b"/Stm " + reference(self._groups[page][content.stream - 1])
        return b"<</Type /MCR/Pg %b/MCID %d%b>>" % (on_page, content.mcid, stream)

    def _key(self, page: int, stream: int) -> int:
        """The number by which the parent tree knows a stream."""
        if stream == 0:
            return page
        group = self._groups[page][stream - 1]
        if group not in self.group_keys:
            self.group_keys[group] = self._take_key()
        return self.group_keys[group]

    def _take_key(self) -> int:
        self._next_key += 1
        return self._next_key - 1

    def _link(self, area: LinkArea, name: str, entries: dict[str, bytes], first: int) -> bytes:
        """An annotation with all rectangles of the link on its page (PDF/UA-1 7.18.5)."""
        page = area.page + first
        link = f"link{len(self._links)}"
        self._parents[key := self._take_key()] = name
        annotation = link_annotation(area, self._pages[page], key)
        self._links.append((link, annotation, area.target))
        self.annotations.setdefault(page, []).append(link)
        on_page = reference(self._pages[page])
        entries.setdefault("Pg", on_page)
        return b"<</Type /OBJR/Obj %b/Pg %b>>" % (reference(link), on_page)

    def _target(self, target: str) -> dict[str, bytes]:
        if not target.startswith("#"):
            action = {"Type": b"/Action", "S": b"/URI", "URI": string(target)}
            return {"A": dictionary(action)}
        there = self.destinations.get(target[1:])
        return self.lead_to(there) if there else {}

    def _root(self) -> Item:
        entries = {"Type": b"/StructTreeRoot", "K": array([reference(DOCUMENT)])}
        entries["ParentTree"] = reference("parents")
        entries["ParentTreeNextKey"] = number(self._next_key)
        if self._ids:
            named = sorted(self._ids.items())
            names = [part for id_, name in named for part in (string(id_), reference(name))]
            entries["IDTree"] = dictionary({"Names": array(names)})
        if self._is_2:
            namespaces = (reference(_namespace_name(old)) for old in (False, True))
            entries["Namespaces"] = array(namespaces)
        # In PDF 2.0 too, where the namespace says it all: poppler drops what it can't map.
        mapped = {
            type_.name: b"/%b" % type_.like.encode()
            for type_ in structure_types()
            if type_.like and type_.name in self._used
        }
        if mapped:
            entries["RoleMap"] = dictionary(mapped)
        return Item(ROOT, dictionary(entries))

    def _references(self, name: str) -> dict[str, bytes]:
        """The elements that an element refers to, named by their ids or by `#` and a place."""
        found = [self._named(id_) for id_ in self._refers.get(name, ())]
        there = [reference(element) for element in found if element]
        return {"Ref": array(there)} if there else {}

    def _named(self, id_: str) -> str | None:
        if not id_.startswith("#"):
            return self._ids.get(id_)
        there = self.destinations.get(id_[1:])
        return there.element if there else None

    def _parent_tree(self) -> bytes:
        """From each marked content and annotation to its element (ISO 32000-1, 14.7.4.4)."""
        parts = []
        for key, parent in sorted(self._parents.items()):
            parts += [number(key), self._parent(parent)]
        return dictionary({"Nums": array(parts)})

    def _parent(self, parent: Mapping[int, str] | str) -> bytes:
        if isinstance(parent, str):
            return reference(parent)
        listed = (parent.get(mcid) for mcid in range(max(parent) + 1))
        return array(reference(name) if name else b"null" for name in listed)


def _namespace_name(old: bool) -> str:
    return "namespace/1.7" if old else "namespace/2.0"
