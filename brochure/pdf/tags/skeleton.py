"""From pieces to the skeleton of a unit: first its nodes, then, once all is painted, plain data."""

from collections.abc import Mapping, Sequence

from brochure.document.structure import Content, LinkArea, Skeleton, Structure
from brochure.document.structure import Kid as FinishedKid
from brochure.pdf.tags.node import Kid, Node, in_paragraphs, said
from brochure.pdf.tags.piece import Piece, Pieces
from brochure.pdf.tags.reading import Reading
from brochure.pdf.tags.rules import RULES
from brochure.pdf.tags.spacing import settle_words

KEPT_EMPTY = ("TH", "TD", "TR")

Painted = Mapping[int, tuple[int, int, int]]
"""`id` of a piece's box → page in the unit, stream on the page, marked-content id."""


def nodes_of(name: str, pieces: Pieces) -> list[Kid]:
    """The structure of a unit, with what is to be read of each piece settled."""
    reading = Reading(name, pieces, RULES)
    body = next((child for child in pieces.root if child.tag == "body"), None)
    kids = _without_empty(in_paragraphs(reading.kids(body))) if body is not None else []
    settle_words(kids, pieces.texts)
    _join_notes(kids)
    return kids


def skeleton(name: str, pieces: Pieces, kids: Sequence[Kid], painted: Painted) -> Skeleton:
    """The unit's structure as plain data, its pieces as marked content."""
    language = pieces.root.get("lang") or ""
    return Skeleton(name, pieces.pages, language, _finished(kids, painted))


def _finished(kids: Sequence[Kid], painted: Painted) -> tuple[FinishedKid, ...]:
    made: list[FinishedKid] = []
    for kid in kids:
        if isinstance(kid, Node):
            made.append(_structure(kid, painted))
        elif isinstance(kid, Piece):
            if id(kid.box) in painted:
                made.append(Content(*painted[id(kid.box)], kid.read))
        else:
            made.append(kid)
    return tuple(made)


def _structure(node: Node, painted: Painted) -> Structure:
    kids = [
        LinkArea(kid.page, kid.rectangles, kid.target, kid.contents or said(node.kids))
        if isinstance(kid, LinkArea)
        else kid
        for kid in node.kids
    ]
    return Structure(
        role=node.role,
        kids=_finished(kids, painted),
        id=node.id,
        language=node.language,
        alt=node.alt,
        actual_text=node.actual_text,
        expansion=node.expansion,
        attributes=tuple(node.attributes),
        refers_to=tuple(node.refers_to),
        anchor=node.anchor,
        place=node.place,
    )


def _join_notes(kids: Sequence[Kid]) -> None:
    """A note that the author linked refers back to where it is called (ISO 32000-2, 14.8.4.7.3)."""
    nodes = [node for kid in kids if isinstance(kid, Node) for node in kid.walk()]
    calls = [node for node in nodes if node.role == "Reference" and node.id]
    for note in nodes:
        if note.role == "FENote" and not note.refers_to:
            note.refers_to = [str(c.id) for c in calls if f"#{note.anchor}" in c.refers_to]


def _without_empty(kids: Sequence[Kid]) -> list[Kid]:
    """Elements without content say nothing (but an empty cell holds its place in the grid)."""
    found: list[Kid] = []
    for kid in kids:
        if isinstance(kid, Node):
            kid.kids = _without_empty(kid.kids)
            if not kid.kids and kid.role not in KEPT_EMPTY:
                continue
        found.append(kid)
    return found
