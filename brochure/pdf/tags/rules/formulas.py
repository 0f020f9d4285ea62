"""Formulas: read as their alternative text (PDF/UA-1 7.7), or as they are written."""

from brochure.pdf.tags.node import Kid
from brochure.pdf.tags.piece import Element
from brochure.pdf.tags.reading import Reading


def formula(reading: Reading, element: Element) -> list[Kid]:
    """A Formula with its words."""
    node = reading.node("Formula", element, reading.kids(element))
    words = element.get("alttext") or element.get("aria-label")
    node.alt = words or " ".join("".join(element.itertext()).split())
    return [node] if node.kids else []
