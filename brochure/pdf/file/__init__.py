"""Items → the bytes of a finished, linearised PDF file (ISO 32000-1, 7.5 and Annex F)."""

from brochure.pdf.file.body import Body, Item, Page
from brochure.pdf.file.references import UnknownItem
from brochure.pdf.file.writing import written

__all__ = ["Body", "Item", "Page", "UnknownItem", "written"]
