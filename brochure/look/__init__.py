"""A designer's TOML files → typed values, each wrong one told at its line."""

from brochure.look.formats import read_format
from brochure.look.read import read_look

__all__ = ["read_format", "read_look"]
