"""Fragments → finished PDF. `paint`, which makes fragments, loads the engine; `link` does not."""

from brochure.pdf.link import Linked, link
from brochure.pdf.page_marks import PageMarks

__all__ = ["Linked", "PageMarks", "link"]
