"""YAML bytes → typed values, each with its file, line and column; or all that is wrong at once."""

from brochure.content.read import read_document, read_publication, read_template
from brochure.content.schema import json_schema

__all__ = ["json_schema", "read_document", "read_publication", "read_template"]
