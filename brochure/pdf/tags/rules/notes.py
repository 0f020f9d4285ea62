"""Notes: with an id, called by a Reference, and a way back (PDF/UA-1 7.9).

Two ways to write them: `role="doc-footnote"` with links that the author made, and CSS footnotes
(`float: footnote`), whose call and marker become links to each other here.
"""

from brochure.document.structure import LinkArea
from brochure.pdf.tags.node import Kid, Node
from brochure.pdf.tags.piece import Element, Piece
from brochure.pdf.tags.reading import Reading

CALL, MARKER = "footnote-call", "footnote-marker"


def note(reading: Reading, element: Element) -> list[Kid]:
    """A note that the author linked."""
    node = reading.node("FENote", element, reading.kids(element))
    node.id = reading.new_id("note")
    return [node] if node.kids else []


def footnote(reading: Reading, element: Element) -> list[Kid]:
    """A CSS footnote: its call at its place in the text, and the note behind it."""
    name = reading.new_id("note")
    back = f"{name}-call"
    call = Node("Reference", _linked(reading.own(element, CALL), f"#{name}"), id=back, anchor=back)
    call.place = call.corner()
    marker = Node("Lbl", _linked(reading.own(element, MARKER), f"#{back}"))
    text = reading.kids(element, without=(CALL, MARKER))
    made = Node("FENote", [marker, *text], id=name, anchor=name, refers_to=[back])
    made.place = made.corner()
    call.refers_to = [name]
    return [call, made]


def _linked(pieces: list[Piece], target: str) -> list[Kid]:
    if not pieces:
        return []
    areas = tuple(piece.area for piece in pieces)
    return [Node("Link", [LinkArea(pieces[0].page, areas, target, ""), *pieces])]
