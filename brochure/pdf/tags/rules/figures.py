"""Figures: what a picture shows, in words (PDF/UA-1 7.3), with its caption inside.

A picture without words (`alt=""`, `role="presentation"`) is decoration: it is not read, and what is
not read is painted as an artifact.
"""

from brochure.document.structure import Attribute, Rectangle, enclosing
from brochure.pdf.tags.node import Kid, Node, in_paragraphs, unwrapped
from brochure.pdf.tags.piece import Element, Piece
from brochure.pdf.tags.reading import SVG, Reading

SVG_TITLE = "{http://www.w3.org/2000/svg}title"


def figure(reading: Reading, element: Element) -> list[Kid]:
    """A picture, a figure with one picture and its caption, or a group of things."""
    if element.tag in ("img", SVG):
        return _picture(reading, element)
    if element.get("role") == "img":
        return _symbol(reading, element)
    return _group(reading, element)


def _picture(reading: Reading, element: Element) -> list[Kid]:
    alt = _words(element)
    pieces: list[Kid] = list(reading.own(element))
    if not alt or not pieces:
        return []
    return [_figure_node(reading, element, alt, pieces)]


def _symbol(reading: Reading, element: Element) -> list[Kid]:
    """`role="img"`: a sign in a line is read as its words, anything else is a picture."""
    alt, kids = _words(element), reading.kids(element)
    if not alt or not kids:
        return []
    if all(isinstance(kid, Piece) and kid.is_text for kid in kids):
        node = reading.node("Span", element, kids)
        node.actual_text = alt
        return [node]
    return [_figure_node(reading, element, alt, kids)]


def _group(reading: Reading, element: Element) -> list[Kid]:
    """One picture or table takes the caption in; the rest of a figure stands beside it."""
    kids: list[Kid] = []
    caption: list[Kid] = []
    for child in element:
        if child.tag == "figcaption":
            caption += unwrapped(reading.kids(child))
        else:
            kids += reading.read(child)
    pictures = [kid for kid in kids if isinstance(kid, Node) and kid.role == "Figure"]
    made: list[Kid] = [Node("Caption", caption)] if caption else []
    if len(pictures) == 1:
        pictures[0].kids += made
        pictures[0].anchor = pictures[0].anchor or element.get("id")
        if len(kids) == 1:
            return kids
        return [reading.node("Div", element, in_paragraphs(kids))]
    tables = [kid for kid in kids if isinstance(kid, Node) and kid.role == "Table"]
    if made and len(kids) == len(tables) == 1 and tables[0].kids[0].role != "Caption":  # type: ignore[union-attr]
        tables[0].kids[:0] = made
        return kids
    beside: list[Kid] = [Node("P", caption)] if caption else []
    return [reading.node("Div", element, in_paragraphs([*kids, *beside]))] if kids else beside


def _figure_node(reading: Reading, element: Element, alt: str, kids: list[Kid]) -> Node:
    node = reading.node("Figure", element, kids)
    node.alt = alt
    node.attributes = [Attribute("Layout", "BBox", _around(list(node.pieces())))]
    return node


def _around(pieces: list[Piece]) -> Rectangle:
    """The rectangle around all pieces of a figure on the page where it begins."""
    return enclosing(piece.area for piece in pieces if piece.page == pieces[0].page)


def _words(element: Element) -> str:
    title = element.find(SVG_TITLE) if element.tag == SVG else None
    found = element.get("aria-label") or element.get("alt") or (title is not None and title.text)
    return (found or "").strip()
