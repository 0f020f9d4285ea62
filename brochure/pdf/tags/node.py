"""Nodes: the structure of a unit while it is being built, its content still as pieces."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from brochure.catalog.structure import structure_type
from brochure.document.structure import Attribute, LinkArea, Place
from brochure.pdf.tags.piece import Piece


@dataclass(eq=False)
class Node:
    """A structure element to be (`Structure` in `document/structure.py`)."""

    role: str
    kids: list["Kid"] = field(default_factory=list)
    id: str | None = None
    language: str | None = None
    alt: str | None = None
    actual_text: str | None = None
    expansion: str | None = None
    attributes: list[Attribute] = field(default_factory=list)
    refers_to: list[str] = field(default_factory=list)
    anchor: str | None = None
    place: Place | None = None
    is_loose: bool = False
    """A paragraph that the source does not have, around text that stands between blocks."""

    @property
    def kind(self) -> str:
        """`grouping`, `block`, `part` or `inline`; what holds a block is one itself."""
        kind = structure_type(self.role).kind
        return kind if kind != "inline" or all(map(is_inline, self.kids)) else "block"

    def walk(self) -> Iterator["Node"]:
        """This node and all below it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def corner(self) -> Place | None:
        """The upper left corner of its first piece."""
        piece = next(self.pieces(), None)
        return Place(piece.page, piece.area[0], piece.area[3]) if piece else None

    def pieces(self) -> Iterator[Piece]:
        """All pieces below, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Piece):
                yield kid
            elif isinstance(kid, Node):
                yield from kid.pieces()


Kid = Node | Piece | LinkArea


def is_inline(kid: Kid) -> bool:
    """Whether a kid stands in a line of text."""
    return not isinstance(kid, Node) or kid.kind == "inline"


def in_paragraphs(kids: list[Kid]) -> list[Kid]:
    """Kids of a grouping element: loose text between blocks becomes a paragraph of its own."""
    found: list[Kid] = []
    loose: Node | None = None
    for kid in kids:
        if not is_inline(kid):
            loose = None
            found.append(kid)
            continue
        if loose is None:
            found.append(loose := Node("P", is_loose=True))
        loose.kids.append(kid)
    return found


def unwrapped(kids: list[Kid]) -> list[Kid]:
    """Kids of a text element: nothing in it is a paragraph only because of its style."""
    found: list[Kid] = []
    for kid in kids:
        if isinstance(kid, Node) and kid.is_loose:
            found += unwrapped(kid.kids)
            continue
        if isinstance(kid, Node) and structure_type(kid.role).kind == "inline":
            kid.kids = unwrapped(kid.kids)
        found.append(kid)
    return found


def said(kids: list[Kid]) -> str:
    """The words of kids, pictures by their alternative texts."""
    words: list[str] = []
    for kid in kids:
        if isinstance(kid, Piece):
            words.append(kid.read)
        elif isinstance(kid, Node):
            own = kid.alt or kid.actual_text or said(kid.kids)
            words.append(own if is_inline(kid) else f" {own} ")
    return " ".join("".join(words).split())
