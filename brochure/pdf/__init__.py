"""Fragments → finished PDF. `paint`, which makes fragments, loads the engine; `link` does not."""

from brochure.pdf.link import Linked, link

__all__ = ["Linked", "link"]
