"""Link annotations: one a link and page, however many lines it takes (ISO 32000-1, 12.5.6.5)."""

from brochure.document.structure import LinkArea, Rectangle, enclosing
from brochure.pdf.syntax import number, numbers, reference, string

PRINTED = 4
"""Flag of an annotation that is printed with its page; PDF/A asks for it."""


def link_annotation(area: LinkArea, page: str) -> dict[str, bytes]:
    """The annotation of a link on one page; where it leads, and its place in the parent tree, are
    added once all units of the file are known.
    """
    annotation = {
        "Type": b"/Annot",
        "Subtype": b"/Link",
        "Rect": numbers(enclosing(area.rectangles)),
        "Border": b"[0 0 0]",
        "F": number(PRINTED),
        "Contents": string(area.contents),
        "P": reference(page),
    }
    if len(area.rectangles) > 1:
        corners = [point for rectangle in area.rectangles for point in _corners(rectangle)]
        annotation["QuadPoints"] = numbers(round(value, 2) for value in corners)
    return annotation


def _corners(rectangle: Rectangle) -> tuple[float, ...]:
    """Upper left, upper right, lower left, lower right: the order that readers expect."""
    left, bottom, right, top = rectangle
    return (left, top, right, top, left, bottom, right, bottom)
