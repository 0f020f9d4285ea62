"""Reads the HTML of a unit in the order of its source, and makes the structure of it."""

from collections.abc import Callable, Sequence
from unicodedata import category

from brochure.catalog.structure import type_of_element, type_of_role
from brochure.pdf.tags.node import Kid, Node, in_paragraphs, unwrapped
from brochure.pdf.tags.piece import Element, Piece, Pieces

SVG = "{http://www.w3.org/2000/svg}svg"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PICTURES = ("img", SVG)
WITHOUT_MEANING = ("presentation", "none")
ALLOWED = frozenset({"Title"})
"""Structure types that no HTML element stands for; `data-structure` asks for them."""

Rule = Callable[["Reading", Element], list[Kid]]


class Reading:
    """One unit being read."""

    def __init__(self, name: str, pieces: Pieces, rules: dict[str, Rule]) -> None:
        self.name, self.pieces = name, pieces
        self._rules = rules
        self._own: dict[int, list[Piece]] = {}
        self._ids: dict[str, int] = {}
        self.parents = {child: parent for parent in pieces.root.iter() for child in parent}
        self.by_id = {e.get("id"): e for e in pieces.root.iter() if e.get("id")}
        self._order: dict[int, int] = {}
        self._note_order(pieces.root)
        for piece in _once(pieces.pieces):
            self._own.setdefault(id(piece.element), []).append(piece)

    def kids(self, element: Element, without: Sequence[str] = ()) -> list[Kid]:
        """What stands in an element: its own text and what its children are, in source order.

        `without` names generated parts that are left out (they are read elsewhere).
        """
        found: list[tuple[tuple[int, int], list[Kid]]] = [
            (piece.order, [piece])
            for piece in self.own(element)
            if piece.part not in without and not _is_ornament(piece)
        ]
        for child in element:
            if made := self.read(child):
                found.append(((self.order(child), 0), made))
        return [kid for _, made in sorted(found, key=lambda item: item[0]) for kid in made]

    def read(self, element: Element) -> list[Kid]:
        """The structure of one element; nothing for one that is hidden or decoration."""
        if element.get("aria-hidden") == "true" or id(element) not in self._order:
            return []
        role = self.role(element)
        if role == "decoration":
            return []
        made = self._rules[role](self, element) if role in self._rules else self._plain(element)
        return self.with_language(element, made)

    def role(self, element: Element) -> str:
        """The structure type of an element, by its ARIA role or its tag; `""` for none.

        `abbr` and `footnote` are no structure types but have a rule of their own, `decoration` is
        not read at all.
        """
        if self.own(element, "footnote-call"):
            return "footnote"
        if (asked := element.get("data-structure")) in ALLOWED:
            return str(asked)
        aria = (element.get("role") or "").split(" ")[0]
        if aria in WITHOUT_MEANING:
            return "decoration" if element.tag in PICTURES else "none"
        if aria == "heading":
            return f"H{min(max(int(element.get('aria-level') or 2), 1), 6)}"
        tag = "svg" if element.tag == SVG else element.tag
        if tag == "abbr" and element.get("title"):
            return "abbr"
        return type_of_role(aria) or type_of_element(tag) or ""

    def own(self, element: Element, part: str | None = None) -> list[Piece]:
        """The pieces of an element itself, or those of one of its generated parts."""
        found = self._own.get(id(element), [])
        return [piece for piece in found if part is None or piece.part == part]

    def order(self, element: Element) -> int:
        """Where an element stands in the document."""
        return self._order[id(element)]

    def node(self, role: str, element: Element, kids: list[Kid]) -> Node:
        """A node for an element, with its place and the name by which links reach it."""
        return Node(role, kids, anchor=element.get("id"), place=self.pieces.place(element))

    def new_id(self, kind: str) -> str:
        """A name that no other element of the edition has: `arbeit-note-1`, `formel-th-3`."""
        self._ids[kind] = self._ids.get(kind, 0) + 1
        return f"{self.name}-{kind}-{self._ids[kind]}"

    def ancestors(self, element: Element) -> list[Element]:
        """The elements around an element, from the nearest."""
        found = []
        while (element := self.parents.get(element)) is not None:
            found.append(element)
        return found

    def language(self, element: Element) -> str:
        """The language in which an element is written."""
        around = (
            item.get("lang") or item.get(LANG) for item in (element, *self.ancestors(element))
        )
        return next((tag for tag in around if tag), "")

    def _plain(self, element: Element) -> list[Kid]:
        role, kids = self.role(element), self.kids(element)
        if role in ("", "none"):
            return in_paragraphs(kids) if id(element) in self.pieces.blocks else kids
        node = self.node(role, element, kids)
        node.kids = in_paragraphs(kids) if node.kind == "grouping" else unwrapped(kids)
        return [node] if node.kids else []

    def _note_order(self, element: Element) -> int | None:
        """An element that has no box of its own (`display: contents`) stands where its kids do."""
        orders = [self.pieces.first.get(id(element)), *map(self._note_order, element)]
        shown = [order for order in orders if order is not None]
        if shown:
            self._order[id(element)] = min(shown)
        return min(shown, default=None)

    def with_language(self, element: Element, made: list[Kid]) -> list[Kid]:
        """Say the language of an element that is not in the language around it."""
        own = element.get("lang") or element.get(LANG)
        parent = self.parents.get(element)
        if not own or parent is None or own == self.language(parent) or not made:
            return made
        if all(isinstance(kid, Node) for kid in made):
            for kid in made:
                assert isinstance(kid, Node)
                kid.language = kid.language or own
            return made
        return [Node("Span", made, language=own)]


def _once(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that are read: no artifacts, and none that an earlier page has shown already.

    A table's head is painted again on each page, and so is what has a fixed position.
    """
    seen: dict[tuple[int, int | str], int] = {}
    found = []
    for piece in pieces:
        if piece.artifact is None and seen.setdefault(piece.key, piece.page) == piece.page:
            found.append(piece)
    return found


def _is_ornament(piece: Piece) -> bool:
    """Whether generated content is but signs without a word: arrows, stars, bars."""
    signs = piece.painted.strip()
    generated = piece.is_text and piece.part in ("before", "after")
    return generated and all(category(sign)[0] in "SZC" for sign in signs)
