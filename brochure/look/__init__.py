"""The look's TOML files → typed values, each wrong one told at its line."""

from brochure.look.read import read_look

__all__ = ["read_look"]
