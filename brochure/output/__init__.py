"""Artifacts → files: whole or not at all, with a picture of every page and a manifest."""

from brochure.output.edition import Finished, confirm, finished, write_edition
from brochure.output.files import is_unfinished, sweep, write_file, write_files

__all__ = [
    "Finished",
    "confirm",
    "finished",
    "is_unfinished",
    "sweep",
    "write_edition",
    "write_file",
    "write_files",
]
