"""The structure tree of an edition: the skeletons of its units as PDF objects, one tree for all.

Also what hangs on it: link annotations, the parent tree, ids, the role map, places that links and
bookmarks lead to (ISO 32000-1, 14.7; ISO 32000-2, 14.7 for namespaces and structure destinations).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pydyf

from brochure.catalog.structure import structure_type, structure_types
from brochure.document.structure import Content, LinkArea, Place, Skeleton, Structure
from brochure.pdf.tags.annotation import link_annotation
from brochure.pdf.tags.attributes import attribute_objects

NAMESPACE_1_7 = "http://iso.org/pdf/ssn"
NAMESPACE_2_0 = "http://iso.org/pdf2/ssn"


@dataclass(frozen=True)
class Destination:
    """Where a link or a bookmark leads: a point on a page, and the element that is there."""

    page: int
    x: float
    y: float
    element: Any = field(repr=False)


@dataclass
class Tree:
    """The tree of one file while it is made.

    `groups` are, for each page, the streams with marked content: its own first, then its groups.
    """

    pdf: Any
    groups: Sequence[Sequence[Any]]
    version: str
    root: Any = field(init=False)
    destinations: dict[str, Destination] = field(default_factory=dict)
    headings: list[tuple[int, str, Destination]] = field(default_factory=list)
    _parents: dict[int, Any] = field(default_factory=dict)
    _ids: dict[str, bytes] = field(default_factory=dict)
    _links: list[tuple[Any, LinkArea, int]] = field(default_factory=list)
    _namespaces: dict[bool, bytes] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    def write(self, skeletons: Sequence[Skeleton]) -> None:
        """Make all objects of the tree and hang it into the catalogue."""
        self.root = self._add(pydyf.Dictionary({"Type": "/StructTreeRoot"}))
        self._make_namespaces()
        document = self._element("Document", self.root)
        first = 0
        for skeleton in skeletons:
            for kid in skeleton.kids:
                assert not isinstance(kid, LinkArea), "an area without its link"
                if isinstance(kid, Structure) and skeleton.language != skeletons[0].language:
                    kid = replace(kid, language=kid.language or skeleton.language)
                document["K"].append(self._kid(kid, document, first))
            first += skeleton.pages
        self.root["K"] = pydyf.Array([document.reference])
        for annotation, area, _ in self._links:
            self._set_target(annotation, area.target)
        self._finish()

    def _element(self, role: str, parent: Any) -> Any:
        element = self._add(pydyf.Dictionary({"Type": "/StructElem", "S": f"/{role}"}))
        element["P"], element["K"] = parent.reference, pydyf.Array()
        if self._namespaces:
            element["NS"] = self._namespaces[structure_type(role).old]
        self._used.add(role)
        return element

    def _kid(self, kid: Structure | Content, parent: Any, first: int) -> Any:
        if isinstance(kid, Content):
            return self._content(kid, parent, first)
        element = self._element(kid.role, parent)
        self._describe(kid, element, first)
        for inner in kid.kids:
            if isinstance(inner, LinkArea):
                element["K"].append(self._link(inner, element, first))
            else:
                element["K"].append(self._kid(inner, element, first))
        return element.reference

    def _describe(self, kid: Structure, element: Any, first: int) -> None:
        """Everything that a structure element says of itself."""
        texts = {"Lang": kid.language, "Alt": kid.alt, "ActualText": kid.actual_text}
        texts |= {"E": kid.expansion, "ID": kid.id}
        element |= {key: pydyf.String(text) for key, text in texts.items() if text is not None}
        if kid.attributes:
            element["A"] = attribute_objects(kid.attributes, self.version)
        if kid.id:
            self._ids[kid.id] = element.reference
        if kid.place:
            self._note_destination(kid, element, kid.place, first)
        if kid.refers_to and self._namespaces:  # Ref came with PDF 2.0
            element["Ref"] = kid.refers_to

    def _note_destination(self, kid: Structure, element: Any, place: Place, first: int) -> None:
        there = Destination(place.page + first, place.x, place.y, element)
        if kid.anchor:
            self.destinations.setdefault(kid.anchor, there)
        if kid.role[0] == "H" and kid.role[1:].isdigit() and (text := kid.text.strip()):
            self.headings.append((int(kid.role[1:]), text, there))

    def _content(self, content: Content, parent: Any, first: int) -> Any:
        """Marked content: its id, and page and stream where they are not the element's own."""
        page = content.page + first
        reference = self.pdf.page_references[page]
        stream = self.groups[page][content.stream]
        self._listed(self._key(page, content.stream, stream), content.mcid, parent)
        parent.setdefault("Pg", reference)
        if content.stream == 0 and parent["Pg"] == reference:
            return content.mcid
        mcr = pydyf.Dictionary({"Type": "/MCR", "Pg": reference, "MCID": content.mcid})
        if content.stream:
            mcr["Stm"] = stream.reference
        return mcr

    def _key(self, page: int, number: int, stream: Any) -> int:
        """The number by which the parent tree knows a stream (pages have theirs already)."""
        if number == 0:
            return page
        if "StructParents" not in stream.extra:
            stream.extra["StructParents"] = self._next_key()
        key: int = stream.extra["StructParents"]
        return key

    def _listed(self, key: int, mcid: int, parent: Any) -> None:
        listed = self._parents.setdefault(key, {})
        listed[mcid] = parent.reference

    def _next_key(self) -> int:
        return max([len(self.groups) - 1, *self._parents]) + 1

    def _link(self, area: LinkArea, element: Any, first: int) -> Any:
        """An annotation with all rectangles of the link on its page (PDF/UA-1 7.18.5)."""
        page = area.page + first
        reference = self.pdf.page_references[page]
        annotation = self._add(link_annotation(area))
        annotation["P"] = reference
        self._parents[key := self._next_key()] = element.reference
        annotation["StructParent"] = key
        page_object = self.pdf.objects[int(reference.split()[0])]
        page_object.setdefault("Annots", pydyf.Array()).append(annotation.reference)
        self._links.append((annotation, area, page))
        element.setdefault("Pg", reference)
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": reference})

    def _set_target(self, annotation: Any, target: str) -> None:
        if not target.startswith("#"):
            address = pydyf.Dictionary({"S": "/URI", "URI": pydyf.String(target)})
            annotation["A"] = pydyf.Dictionary({"Type": "/Action", **address})
        elif there := self.destinations.get(target[1:]):
            annotation |= self.lead_to(there)

    def lead_to(self, there: Destination) -> dict[str, Any]:
        """What a link or a bookmark says of where it leads."""
        point = ["/XYZ", round(there.x, 2), round(there.y, 2), 0]
        on_page = pydyf.Array([self.pdf.page_references[there.page], *point])
        if not self._namespaces:
            return {"Dest": on_page}
        # PDF/UA-2 8.8: destinations within the file are structure destinations.
        element = pydyf.Array([there.element.reference, *point])
        return {"A": pydyf.Dictionary({"S": "/GoTo", "D": on_page, "SD": element})}

    def named(self, there: Destination) -> Any:
        """What the name tree says of a place."""
        found = self.lead_to(there)
        return found["Dest"] if "Dest" in found else found["A"]

    def _make_namespaces(self) -> None:
        if self.version < "2":
            return
        for old, name in ((False, NAMESPACE_2_0), (True, NAMESPACE_1_7)):
            namespace = pydyf.Dictionary({"Type": "/Namespace", "NS": pydyf.String(name)})
            self._namespaces[old] = self._add(namespace).reference

    def _finish(self) -> None:
        self.root["ParentTree"] = self._parent_tree().reference
        self.root["ParentTreeNextKey"] = self._next_key()
        if self._ids:
            names = [
                item for name in sorted(self._ids) for item in (pydyf.String(name), self._ids[name])
            ]
            self.root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(names)})
        if self._namespaces:
            self.root["Namespaces"] = pydyf.Array(self._namespaces.values())
        # In PDF 2.0 too, where the namespace says it all: poppler drops what it can't map.
        if mapped := {
            t.name: f"/{t.like}" for t in structure_types() if t.like and t.name in self._used
        }:
            self.root["RoleMap"] = pydyf.Dictionary(mapped)
        for element in self._elements():
            if isinstance(element.get("Ref"), tuple):
                there = [found for name in element.pop("Ref") if (found := self._named(name))]
                if there:
                    element["Ref"] = pydyf.Array(there)
        self.pdf.catalog["StructTreeRoot"] = self.root.reference

    def _named(self, name: str) -> bytes | None:
        """The element of an id, or of `#` and the name of a place."""
        if not name.startswith("#"):
            return self._ids.get(name)
        there = self.destinations.get(name[1:])
        reference: bytes | None = there.element.reference if there else None
        return reference

    def _elements(self) -> Iterator[Any]:
        for item in self.pdf.objects:
            if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem":
                yield item

    def _parent_tree(self) -> Any:
        """From each marked content and annotation to its element (ISO 32000-1, 14.7.4.4)."""
        numbers = pydyf.Array()
        for key, parent in sorted(self._parents.items()):
            if isinstance(parent, dict):
                last = max(parent)
                parent = pydyf.Array(parent.get(mcid, "null") for mcid in range(last + 1))
            numbers += [key, parent]
        return self._add(pydyf.Dictionary({"Nums": numbers}))

    def _add(self, item: Any) -> Any:
        self.pdf.add_object(item)
        return item
