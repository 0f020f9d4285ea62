"""Abbreviations: `<abbr title>` says what they stand for (`E`, ISO 32000-1, 14.9.5)."""

from brochure.pdf.tags.node import Kid
from brochure.pdf.tags.piece import Element
from brochure.pdf.tags.reading import Reading


def abbreviation(reading: Reading, element: Element) -> list[Kid]:
    """A Span with the expansion."""
    node = reading.node("Span", element, reading.kids(element))
    node.expansion = element.get("title")
    return [node] if node.kids else []
