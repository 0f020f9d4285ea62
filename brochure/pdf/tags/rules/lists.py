"""Lists: L with ListNumbering, LI, Lbl, LBody; description lists; the contents as TOC.

A list in `<nav role="doc-toc">` is a table of contents: TOC, TOCI, Reference (ISO 32000-1, 14.8.4).
"""

from collections.abc import Iterator

from brochure.catalog.structure import list_numbering
from brochure.document.structure import Attribute, LinkArea
from brochure.pdf.tags.node import Kid, Node, in_paragraphs, is_inline, unwrapped
from brochure.pdf.tags.piece import Element, Piece
from brochure.pdf.tags.reading import Reading


def list_(reading: Reading, element: Element) -> list[Kid]:
    """A list with its items."""
    if element.tag == "dl":
        return _description_list(reading, element)
    contents = _is_contents(reading, element)
    items = [item for child in element for item in _item(reading, child, contents)]
    node = reading.node("TOC" if contents else "L", element, items)
    if not contents:
        node.attributes = [Attribute("List", "ListNumbering", _numbering(reading, element, items))]
    return [node] if items else []


def _item(reading: Reading, item: Element, contents: bool) -> list[Kid]:
    """LI, or TOCI in the contents; what stands in a list and is no item is read as one."""
    label: list[Kid] = list(_label(reading, item))
    parts = ("marker", "before") if label else ()
    kids = reading.kids(item, parts)
    if not kids and not label:
        return []
    marked: list[Kid] = [Node("Lbl", label)] if label else []
    if contents:
        made = reading.node("TOCI", item, [*marked, *_references(kids)])
        made.refers_to = [target for kid in kids if (target := _target(kid)).startswith("#")]
    else:
        body: list[Kid] = [_body(reading, item, kids)] if kids else []
        made = reading.node("LI", item, [*marked, *body])
        if reading.role(item) == "FENote":
            made.anchor = None  # the note in it is what links mean
    return reading.with_language(item, [made])


def _body(reading: Reading, item: Element, kids: list[Kid]) -> Node:
    """What an item says; an item of the endnotes is a note."""
    if reading.role(item) != "FENote":
        return Node("LBody", kids)
    note = reading.node("FENote", item, in_paragraphs(kids))
    note.id = reading.new_id("note")
    return Node("LBody", [note])


def _label(reading: Reading, item: Element) -> list[Piece]:
    """The marker; a look that draws its own bullets with ::before means the same."""
    return reading.own(item, "marker") or reading.own(item, "before")


def _references(kids: list[Kid]) -> Iterator[Kid]:
    """Entries of the contents refer to a place: links stand in a Reference, the rest in a P."""
    for kid in kids:
        if isinstance(kid, Node) and kid.role == "Link":
            yield Node("Reference", [kid])
        elif is_inline(kid):
            yield Node("P", [kid])
        else:
            yield kid


def _target(kid: Kid) -> str:
    areas = (
        [area for area in kid.kids if isinstance(area, LinkArea)] if isinstance(kid, Node) else []
    )
    return areas[0].target if areas else ""


def _is_contents(reading: Reading, element: Element) -> bool:
    return any(around.get("role") == "doc-toc" for around in reading.ancestors(element))


def _numbering(reading: Reading, element: Element, items: list[Kid]) -> str:
    """ListNumbering says how the labels are made; a list without labels has none."""
    if not any(isinstance(kid, Node) and kid.kids[0].role == "Lbl" for kid in items):  # type: ignore[union-attr]
        return "None"
    styles = [reading.pieces.numbering.get(id(item), "") for item in element]
    known = next((name for style in styles if (name := list_numbering(style))), None)
    return known or ("Ordered" if element.tag == "ol" else "Unordered")


def _description_list(reading: Reading, element: Element) -> list[Kid]:
    """Each term is a label, each description after it a body."""
    items: list[Kid] = []
    item: Node | None = None
    described = False
    for part in _terms(element):
        kids = reading.kids(part)
        if part.tag == "dt":
            if item is None or described:
                items.append(item := Node("LI"))
                described = False
            item.kids.append(Node("Lbl", unwrapped(kids)))
        elif part.tag == "dd":
            if item is None:
                items.append(item := Node("LI"))
            item.kids.append(Node("LBody", kids))
            described = True
    node = reading.node("L", element, items)
    node.attributes = [Attribute("List", "ListNumbering", "Description")]
    return [node] if items else []


def _terms(element: Element) -> Iterator[Element]:
    """Terms and descriptions, also those that a `div` groups."""
    for child in element:
        if child.tag == "div":
            yield from _terms(child)
        else:
            yield child
