"""Link annotations: one a link and page, however many lines it takes (ISO 32000-1, 12.5.6.5)."""

from collections.abc import Sequence
from typing import Any

import pydyf

from brochure.document.structure import LinkArea, Rectangle, enclosing

PRINTED = 4
"""Flag of an annotation that is printed with its page; PDF/A asks for it."""


def link_annotation(area: LinkArea) -> Any:
    """The annotation of a link on one page; where it leads is added once all places are known."""
    annotation = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array(enclosing(area.rectangles)),
            "Border": pydyf.Array([0, 0, 0]),
            "F": PRINTED,
            "Contents": pydyf.String(area.contents),
        }
    )
    if len(area.rectangles) > 1:
        corners = [point for rectangle in area.rectangles for point in _corners(rectangle)]
        annotation["QuadPoints"] = _rounded(corners)
    return annotation


def _corners(rectangle: Rectangle) -> tuple[float, ...]:
    """Upper left, upper right, lower left, lower right: the order that readers expect."""
    left, bottom, right, top = rectangle
    return (left, top, right, top, left, bottom, right, bottom)


def _rounded(values: Sequence[float]) -> Any:
    return pydyf.Array(round(value, 2) for value in values)
