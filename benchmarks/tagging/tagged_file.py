"""A tagged PDF of any maker: its tree by pikepdf, the texts in it by PDFium."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from tests.readers.pdfium import texts_of

INLINE = ("Span", "NonStruct", "Em", "Strong", "Link", "Sub", "Reference", "Lbl")


@dataclass(eq=False)
class Node:
    """A structure element; its kids are elements, texts and annotations."""

    item: Any
    parent: "Node | None" = None
    kids: list["Node | str | Any"] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)

    @property
    def role(self) -> str:
        """The structure type."""
        return str(self.item.S)[1:]

    def walk(self) -> Iterator["Node"]:
        """This element and all below it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def pages_below(self) -> set[int]:
        """The pages that it is painted on."""
        return {page for node in self.walk() for page in node.pages}

    def text(self) -> str:
        """All that is read below, in order."""
        if "/ActualText" in self.item:
            return str(self.item.ActualText)
        parts = (kid.text() if isinstance(kid, Node) else kid for kid in self.kids)
        words = "".join(part for part in parts if isinstance(part, str))
        return words if self.role in INLINE else f"\n{words}\n"

    def annotations(self) -> list[Any]:
        """Annotations that stand in this element or below it."""
        return [
            kid for node in self.walk() for kid in node.kids if isinstance(kid, pikepdf.Dictionary)
        ]

    def attribute(self, name: str) -> Any:
        """An attribute of any owner."""
        given = self.item.get("/A", [])
        for attributes in given if isinstance(given, pikepdf.Array) else [given]:
            if isinstance(attributes, pikepdf.Dictionary) and f"/{name}" in attributes:
                return attributes[f"/{name}"]
        return None

    def block(self) -> "Node":
        """The nearest element around it that is no part of a line."""
        return self if self.role not in INLINE or not self.parent else self.parent.block()

    def is_within(self, role: str) -> bool:
        """Whether it stands in an element of that type."""
        parent = self.parent
        return parent is not None and (parent.role == role or parent.is_within(role))


class TaggedFile:
    """The file and its tree."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.pdf = pikepdf.open(file)
        self.pages: dict[Any, int] = {
            page.objgen: number for number, page in enumerate(self.pdf.pages)
        }
        document = pypdfium2.PdfDocument(file)
        self.texts = [dict(texts_of(page)) for page in document]
        document.close()
        self.placed: dict[tuple[int, int], Node] = {}
        root = self.pdf.Root.get("/StructTreeRoot")
        self.top = [self._node(kid, None, None) for kid in _kids(root)] if root is not None else []

    def nodes(self, *roles: str) -> list[Node]:
        """All elements of these types, or of any, in the order of the tree."""
        found = (node for top in self.top for node in top.walk())
        return [node for node in found if not roles or node.role in roles]

    def text(self) -> str:
        """All that is read."""
        return "".join(node.text() for node in self.top)

    def holding(self, words: str) -> Node | None:
        """The innermost element that holds these words."""
        found = [node for node in self.nodes() if words in " ".join(node.text().split())]
        return found[-1] if found else None

    def _node(self, item: Any, parent: Node | None, page: int | None) -> Node:
        node = Node(item, parent)
        page = self.pages[item.Pg.objgen] if "/Pg" in item else page
        for kid in _kids(item):
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                node.kids.append(kid.Obj)
            elif isinstance(kid, pikepdf.Dictionary) and "/MCID" not in kid:
                node.kids.append(self._node(kid, node, page))
            else:
                node.kids.append(self._content(kid, node, page))
        return node

    def _content(self, kid: Any, node: Node, page: int | None) -> str:
        mcid = kid
        if isinstance(kid, pikepdf.Dictionary):
            page, mcid = self.pages[kid.Pg.objgen] if "/Pg" in kid else page, kid.MCID
        assert page is not None, "content without a page"
        self.placed[page, int(mcid)] = node
        node.pages.add(page)
        return self.texts[page].get(int(mcid), "")


def _kids(item: Any) -> list[Any]:
    kids = item.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
