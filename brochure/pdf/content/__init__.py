"""Any PDF → what stands in it and what its pages paint, as plain values."""

from brochure.pdf.content.reading import Locked, NoPdf, read_pdf

__all__ = ["Locked", "NoPdf", "read_pdf"]
