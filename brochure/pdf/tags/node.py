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

    @property
    def kind(self) -> str:
        """`grouping`, `block`, `part` or `inline`; what holds a block is one itself."""
        kind = structure_type(self.role).kind
        return kind if kind != "inline" or all(map(is_inline, self.kids)) else "block"

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
            found.append(loose := Node("P"))
        loose.kids.append(kid)
    return found
