"""Artifacts → files: whole or not at all, with a picture of every page and a manifest."""

from brochure.output.edition import (
    Finished,
    confirm,
    finished,
    write_edition,
    write_record,
)
from brochure.output.files import is_unfinished, sweep, write_file, write_files
from brochure.output.manifest import Entry, entry_of

__all__ = [
    "Entry",
    "Finished",
    "confirm",
    "entry_of",
    "finished",
    "is_unfinished",
    "sweep",
    "write_edition",
    "write_file",
    "write_files",
    "write_record",
]
