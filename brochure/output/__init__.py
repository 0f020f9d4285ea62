"""Artifacts → files: whole or not at all, with a picture of every page and a manifest."""

from brochure.output.edition import confirm, list_records, write_edition, write_record
from brochure.output.files import write_files
from brochure.output.manifest import Entry, entry_of

__all__ = [
    "Entry",
    "confirm",
    "entry_of",
    "list_records",
    "write_edition",
    "write_files",
    "write_record",
]
