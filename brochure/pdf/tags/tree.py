"""The structure tree of an edition: the branches of its units under one document.

Also what hangs on it: link annotations, the parent tree, ids, the role map, places that links and
bookmarks lead to (ISO 32000-1, 14.7; ISO 32000-2, 14.7 for namespaces and structure destinations).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from brochure.catalog.structure import structure_types
from brochure.document.fragment import Item
from brochure.document.structure import Skeleton
from brochure.pdf.syntax import array, dictionary, number, reference, string
from brochure.pdf.tags.branch import (
    DOCUMENT,
    NAMESPACE_1_7,
    NAMESPACE_2_0,
    Branch,
    Destination,
    Ground,
    Link,
    branch_of,
    namespace,
    namespace_name,
)

ROOT = "structure"


class Tree:
    """The tree of one file.

    `pages` are the names of its pages; `groups` are for each page the names of its groups with
    marked content, which `Content.stream` counts from 1. Without links, their words stay.
    """

    def __init__(
        self,
        skeletons: Sequence[Skeleton],
        pages: Sequence[str],
        groups: Sequence[tuple[str, ...]],
        version: str,
        *,
        has_links: bool = True,
    ) -> None:
        self._pages = pages
        self._is_2 = version >= "2"
        self._branches = list(_branches(skeletons, pages, groups, version, has_links=has_links))
        self._ids = {id_: name for branch in self._branches for id_, name in branch.ids.items()}
        self.destinations: dict[str, Destination] = {}
        for branch in reversed(self._branches):  # of one name, the first place counts
            self.destinations |= branch.destinations
        self.headings = [heading for branch in self._branches for heading in branch.headings]
        self.annotations: dict[int, list[str]] = {}
        """By page, the names of the links on it."""
        self.group_keys: dict[str, int] = {}
        """By its name, the number by which the parent tree knows a group (pages: their own)."""
        self._parents: dict[int, Mapping[int, str] | str] = {}
        self._link_keys: dict[str, int] = {}
        self._number_parents()

    def items(self) -> Iterator[Item]:
        """All objects of the tree but for the links."""
        yield self._root()
        for old in (False, True) if self._is_2 else ():
            name = NAMESPACE_1_7 if old else NAMESPACE_2_0
            entries = {"Type": b"/Namespace", "NS": string(name)}
            yield Item(namespace_name(old), dictionary(entries))
        yield self._document()
        for branch in self._branches:
            for item in branch.elements:
                yield self._referring(item, branch) if item.name in branch.referring else item
        yield Item("parents", self._parent_tree())

    def links(self) -> dict[str, Item]:
        """The link annotations by name, each with where it leads."""
        return {link.name: self._annotation(link) for link in self._links()}

    def lost_targets(self) -> list[str]:
        """Places of the file that links lead to and that are nowhere in it."""
        targets = dict.fromkeys(link.target for link in self._links() if link.target[:1] == "#")
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

    def _links(self) -> Iterator[Link]:
        for branch in self._branches:
            yield from branch.links

    def _annotation(self, link: Link) -> Item:
        key = {"StructParent": number(self._link_keys[link.name])}
        return Item(link.name, dictionary(link.entries | key | self._target(link.target)))

    def _document(self) -> Item:
        kids = array(reference(kid) for branch in self._branches for kid in branch.kids)
        root = {"Type": b"/StructElem", "S": b"/Document", "P": reference(ROOT), "K": kids}
        return Item(DOCUMENT, dictionary(root | (namespace("Document") if self._is_2 else {})))

    def _number_parents(self) -> None:
        """Pages have their own index in the parent tree; groups and links come after them."""
        following = count(len(self._pages))
        for branch in self._branches:
            for (page, group), listed in branch.contents.items():
                if group and group not in self.group_keys:
                    self.group_keys[group] = next(following)
                self._parents[self.group_keys[group] if group else page] = listed
            for link in branch.links:
                self._link_keys[link.name] = next(following)
                self._parents[self._link_keys[link.name]] = link.element
                self.annotations.setdefault(link.page, []).append(link.name)
        self._next_key = next(following)

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
            namespaces = (reference(namespace_name(old)) for old in (False, True))
            entries["Namespaces"] = array(namespaces)
        used = {"Document"}.union(*(branch.roles for branch in self._branches))
        # In PDF 2.0 too, where the namespace says it all: poppler drops what it can't map.
        mapped = {
            type_.name: b"/%b" % type_.like.encode()
            for type_ in structure_types()
            if type_.like and type_.name in used
        }
        if mapped:
            entries["RoleMap"] = dictionary(mapped)
        return Item(ROOT, dictionary(entries))

    def _referring(self, item: Item, branch: Branch) -> Item:
        """An element with those that it refers to, named by their ids or by `#` and a place."""
        entries, named = branch.referring[item.name]
        found = [self._named(id_) for id_ in named]
        there = [reference(element) for element in found if element]
        return Item(item.name, dictionary(entries | ({"Ref": array(there)} if there else {})))

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


def _branches(
    skeletons: Sequence[Skeleton],
    pages: Sequence[str],
    groups: Sequence[tuple[str, ...]],
    version: str,
    *,
    has_links: bool,
) -> Iterator[Branch]:
    first = 0
    for skeleton in skeletons:
        own = slice(first, first + skeleton.pages)
        names, of_pages = tuple(pages[own]), tuple(groups[own])
        language = skeletons[0].language
        yield branch_of(skeleton, Ground(first, names, of_pages, language, version, has_links))
        first += skeleton.pages
