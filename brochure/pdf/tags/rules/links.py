"""Links: one element a link, however many lines it takes (PDF/UA-1 7.18.5).

A note's call (`role="doc-noteref"`) stands in a Reference, as ISO 32000-1, table 338, has it.
"""

from brochure.document.structure import LinkArea, Rectangle
from brochure.pdf.tags.node import Kid, Node
from brochure.pdf.tags.piece import Element
from brochure.pdf.tags.reading import Reading


def link(reading: Reading, element: Element) -> list[Kid]:
    """A link with its areas, one a page; an anchor that leads nowhere is plain text."""
    kids, target = reading.kids(element), (element.get("href") or "").strip()
    if not target or not kids:
        return kids
    node = reading.node("Link", element, kids)
    areas = _by_page(reading.pieces.areas.get(id(element), ()))
    told = element.get("aria-label") or element.get("title") or ""
    node.kids = [
        *(LinkArea(page, tuple(found), target, told) for page, found in areas.items()),
        *kids,
    ]
    if element.get("role") != "doc-noteref":
        return [node]
    call = Node("Reference", [node], id=reading.new_id("call"), refers_to=[target])
    return [call]


def _by_page(areas: "list[tuple[int, Rectangle]] | tuple[()]") -> dict[int, list[Rectangle]]:
    found: dict[int, list[Rectangle]] = {}
    for page, rectangle in areas:
        found.setdefault(page, []).append(rectangle)
    return found
