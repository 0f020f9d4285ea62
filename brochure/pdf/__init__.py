"""Fragments → finished PDF."""

from brochure.pdf.join import join

__all__ = ["join"]
