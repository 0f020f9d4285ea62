"""The structure tree of an edition: the skeletons of its units as PDF objects, one tree for all.

Also what hangs on it: link annotations, the parent tree, ids, the role map, places that links and
bookmarks lead to (ISO 32000-1, 14.7; ISO 32000-2, 14.7 for namespaces and structure destinations).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pydyf

from brochure.catalog.structure import structure_type, structure_types
from brochure.document.structure import (
    Attribute,
    Content,
    LinkArea,
    Place,
    Rectangle,
    Skeleton,
    Structure,
    enclosing,
)

NAMESPACE_1_7 = "http://iso.org/pdf/ssn"
NAMESPACE_2_0 = "http://iso.org/pdf2/ssn"
NUMBERING_1_7 = {"Unordered": "Disc", "Ordered": "Decimal", "Description": "None"}
"""What ISO 32000-2, table 382, brought, and what comes nearest to it in PDF 1.7."""
PRINTED = 4
"""Flag of an annotation that is printed with its page; PDF/A asks for it."""


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
            element["A"] = _attributes(kid.attributes, self.version)
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
        annotation = self._add(_annotation(area))
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


def _annotation(area: LinkArea) -> Any:
    annotation = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array(enclosing(area.rectangles)),
            "Border": pydyf.Array([0, 0, 0]),
            "F": PRINTED,
            "Contents": pydyf.String(area.contents),
        }
    )
    if len(area.rectangles) > 1:
        corners = [point for rectangle in area.rectangles for point in _corners(rectangle)]
        annotation["QuadPoints"] = _rounded(corners)
    return annotation


def _corners(rectangle: Rectangle) -> tuple[float, ...]:
    """Upper left, upper right, lower left, lower right: the order that readers expect."""
    left, bottom, right, top = rectangle
    return (left, top, right, top, left, bottom, right, bottom)


def _rounded(values: Sequence[float]) -> Any:
    return pydyf.Array(round(value, 2) for value in values)


def _attributes(attributes: Sequence[Attribute], version: str) -> Any:
    """One dictionary an owner."""
    owners: dict[str, Any] = {}
    for attribute in attributes:
        made = owners.setdefault(attribute.owner, pydyf.Dictionary({"O": f"/{attribute.owner}"}))
        made[attribute.name] = _value(attribute, version)
    found = list(owners.values())
    return found[0] if len(found) == 1 else pydyf.Array(found)


def _value(attribute: Attribute, version: str) -> Any:
    if attribute.name == "ListNumbering":
        older = NUMBERING_1_7.get(str(attribute.value), attribute.value)
        return f"/{attribute.value if version >= '2' else older}"
    if isinstance(attribute.value, tuple):
        return pydyf.Array(
            pydyf.String(item) if isinstance(item, str) else item for item in attribute.value
        )
    return attribute.value
