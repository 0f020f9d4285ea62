"""Artifacts → files: whole or not at all, with a picture of every page and a manifest."""

from brochure.output.edition import confirm, write_edition
from brochure.output.files import write_files

__all__ = ["confirm", "write_edition", "write_files"]
