"""Any PDF → its structure, as assistive technology meets it, as plain values."""

from brochure.pdf.content import Locked, NoPdf
from brochure.pdf.structure.reading import read_tagged

__all__ = ["Locked", "NoPdf", "read_tagged"]
