"""The structure tree → a list of elements, without recursion and within limits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import pikepdf

from brochure.document.tagged_file import Content, Element, Fault, FaultKind
from brochure.pdf.content.values import (
    Object,
    elements,
    is_dictionary,
    items,
    key,
    name,
    text,
    value,
)
from brochure.pdf.structure.attributes import attributes_of
from brochure.pdf.structure.pieces import Key, Piece
from brochure.pdf.structure.roles import Role, Roles
from brochure.pdf.structure.text import Text

DEEPEST = 1000
MOST_ELEMENTS = 200_000
MOST_KIDS = 1_000_000
MOST_FAULTS = 500
NOTHING = Piece("", None)
CONTENT, ANNOTATION = "#", "@"


@dataclass
class Draft:
    """An element that is being read."""

    source: Object
    entries: Mapping[str, Object]
    """What stands in it, read once."""
    index: int
    parent: int
    page: int
    role: Role
    actual: str | None
    remaining: Iterator[Object]
    first_content: int
    first_text: int
    kids: list[int] = field(default_factory=list)
    annotations: list[int] = field(default_factory=list)
    order: list[str] = field(default_factory=list)


class Tree:
    """Walks the tree once; what it found stands in its lists then."""

    def __init__(
        self,
        root: Object,
        pages: Mapping[str, int],
        pieces: Mapping[Key, Piece],
        annotations: Mapping[str, int],
    ) -> None:
        self._root, self._pages, self._pieces = root, pages, pieces
        self._annotations = annotations
        self._roles = Roles(root)
        self._classes = value(root, "/ClassMap")
        self._text = Text()
        self._open: list[Draft] = []
        self._around: set[str] = set()
        self._found: dict[int, Element] = {}
        self._count = self._met = 0
        self._refs: dict[int, list[Object]] = {}
        self.places: dict[str, int] = {}
        """The index of each element by what is the same for each mention of it."""
        self.roots: list[int] = []
        self.contents: list[Content] = []
        self.faults: list[Fault] = []
        self.complete = True
        self._walk()

    @property
    def elements(self) -> tuple[Element, ...]:
        """All elements in the order of the tree."""
        found = (self._found[index] for index in range(self._count))
        return tuple(
            replace(item, refs=self._refs_of(item.index)) if item.index in self._refs else item
            for item in found
        )

    @property
    def text(self) -> str:
        """The whole text."""
        return str(self._text)

    @property
    def role_map(self) -> dict[str, str]:
        """The role map as it is written."""
        return self._roles.role_map

    def _refs_of(self, index: int) -> tuple[int, ...]:
        return tuple(self.places.get(key(item), -1) for item in self._refs[index])

    def _walk(self) -> None:
        for kid in _kids(self._root):
            self._kid(kid, None)
            while self._open:
                draft = self._open[-1]
                following = next(draft.remaining, None)
                if following is None:
                    self._close(self._open.pop())
                else:
                    self._kid(following, draft)

    def _fault(self, kind: FaultKind, detail: str = "", element: int = -1) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(kind, detail[:60], element))

    def _kid(self, kid: Object, parent: Draft | None) -> None:
        self._met += 1
        if self._met > MOST_KIDS:
            self.complete = False
            return
        index = parent.index if parent else -1
        kind = name(value(kid, "/Type"))
        if isinstance(kid, int) and parent is not None:
            self._content(parent.page, "", kid, parent)
        elif not is_dictionary(kid):
            self._fault("wrong-kid", element=index)
        elif kind == "MCR" and parent is not None:
            self._reference(kid, parent)
        elif kind == "OBJR":
            self._object(kid, parent)
        else:
            self._element(kid, parent)

    def _reference(self, kid: Object, parent: Draft) -> None:
        mcid = value(kid, "/MCID")
        page = self._pages.get(key(value(kid, "/Pg")), parent.page)
        if isinstance(mcid, int):
            self._content(page, key(value(kid, "/Stm")), mcid, parent)
        else:
            self._fault("wrong-kid", "MCR", parent.index)

    def _content(self, page: int, stream: str, mcid: int, parent: Draft) -> None:
        known = self._pieces.get((page, stream, mcid))
        piece = known or NOTHING
        parent.order.append(CONTENT)
        self.contents.append(
            Content(
                page,
                stream,
                mcid,
                parent.index,
                piece.text,
                piece.box,
                piece.size,
                piece.bold,
                piece.lang,
                piece.has_pictures,
                known is not None,
                piece.run,
            )
        )
        self._text.piece(piece)

    def _object(self, kid: Object, parent: Draft | None) -> None:
        at = self._annotations.get(key(value(kid, "/Obj")))
        if parent is not None:
            parent.order.append(ANNOTATION)
            if at is not None:
                parent.annotations.append(at)

    def _element(self, kid: Object, parent: Draft | None) -> None:
        mark, index = key(kid), self._count
        above = parent.index if parent else -1
        if mark and mark in self.places:
            self._fault(
                "circle" if mark in self._around else "twice", name(value(kid, "/S")), above
            )
            return
        if len(self._open) >= DEEPEST or self._count >= MOST_ELEMENTS:
            if self.complete:
                self._fault("too-deep" if len(self._open) >= DEEPEST else "too-many", element=above)
            self.complete = False
            return
        if mark:
            self.places[mark] = index
        self._count += 1
        found = dict(items(kid))
        written, space = name(found.get("/S")), found.get("/NS")
        role, actual = self._roles.of(written, space), text(found.get("/ActualText"))
        self._check_parent(found, written, index, parent.source if parent else self._root)
        start = self._text.begin(role.standard, actual)
        page = self._pages.get(key(found.get("/Pg")), parent.page if parent else 0)
        remaining = iter(_as_list(found.get("/K")))
        draft = Draft(
            kid,
            found,
            index,
            above,
            page,
            role,
            actual,
            remaining,
            len(self.contents),
            start,
        )
        if parent is None:
            self.roots.append(index)
        else:
            parent.kids.append(index)
            parent.order.append(role.standard or "?")
        self._open.append(draft)
        self._around.add(mark)

    def _check_parent(
        self, found: Mapping[str, Object], written: str, index: int, parent: Object
    ) -> None:
        above = found.get("/P")
        if above is None:
            self._fault("no-parent", written, index)
        elif key(above) and key(parent) and key(above) != key(parent):
            self._fault("wrong-parent", written, index)
        if not written:
            self._fault("no-type", element=index)

    def _close(self, draft: Draft) -> None:
        self._text.end(draft.actual)
        self._around.discard(key(draft.source))
        found, role = draft.entries, draft.role
        refs = elements(found.get("/Ref"))[:MOST_FAULTS]
        if refs:
            self._refs[draft.index] = refs
        self._found[draft.index] = Element(
            draft.index,
            draft.parent,
            len(self._open),
            name(found.get("/S")),
            role.standard,
            role.namespace,
            role.fault,
            attributes_of(found, self._classes),
            text(found.get("/Alt")),
            draft.actual,
            text(found.get("/E")),
            text(found.get("/Lang")),
            text(found.get("/ID")),
            text(found.get("/T")),
            draft.page,
            (),
            role.url,
            tuple(draft.kids),
            self._count,
            (draft.first_content, len(self.contents)),
            (draft.first_text, self._text.length),
            draft.order.count(CONTENT),
            tuple(draft.annotations),
            tuple(draft.order),
        )


def _kids(item: Object) -> list[Object]:
    return _as_list(value(item, "/K"))


def _as_list(kids: Object) -> list[Object]:
    """One kid, or an array of them."""
    if kids is None:
        return []
    return elements(kids) if isinstance(kids, pikepdf.Array) else [kids]
