"""The first publication, built once, is a case as well."""

from tests.editions.conftest import built

__all__ = ["built"]
