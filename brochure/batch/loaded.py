"""Whether files are still those that were loaded, by their time and size."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path


def state_of(folders: Sequence[Path]) -> dict[str, tuple[int, int]]:
    """The time and size of all files below some folders."""
    return {
        entry.path: (entry.stat().st_mtime_ns, entry.stat().st_size)
        for folder in folders
        for entry in _files(str(folder))
    }


def _files(folder: str) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield entry
            elif entry.name != "__pycache__":
                yield from _files(entry.path)
