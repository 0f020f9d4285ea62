"""The first publication, built once, is held against what peers make of it."""

from tests.editions.conftest import built

__all__ = ["built"]
