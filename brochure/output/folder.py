"""Folders: where they may lie, one writer at a time, and a failing disk as a finding."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from brochure.diagnostics import Diagnostic, Problems

# Some network and FUSE file systems can't lock, or can't sync a folder: then we do without.
UNSUPPORTED = {errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
CODES = {
    errno.ENOSPC: "output/disk-full",
    errno.EDQUOT: "output/disk-full",
    errno.EROFS: "output/read-only",
    errno.EACCES: "output/not-allowed",
    errno.EPERM: "output/not-allowed",
}


def is_name(name: str) -> bool:
    """Whether this is one file or folder of its own, on whatever system reads it."""
    return name not in ("", ".", "..") and not set(name) & set("/\\:\0")


def subfolder(root: Path, path: str) -> Path:
    """A folder below the output folder; `Problems` for a path that would lead out of it."""
    names = path.split("/")
    if not all(map(is_name, names)):
        raise Problems([Diagnostic.of("output/outside", None, path=path)])
    return root.joinpath(*names)


@contextmanager
def findings_of(path: Path) -> Iterator[None]:
    """Turn what the disk says into a finding that names the path."""
    try:
        yield
    except OSError as error:
        code = CODES.get(error.errno or 0, "output/failed")
        reason = error.strerror or type(error).__name__
        raise Problems([Diagnostic.of(code, None, path=path, reason=reason)]) from error


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Make the folder if need be and keep other runs out; the lock ends with the process."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        with _where_supported():
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Put renames on the disk as well: fsync of a file says nothing about its name."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with _where_supported():
            os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _where_supported() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
