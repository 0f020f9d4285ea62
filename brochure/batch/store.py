"""Stores: where a cluster's machines leave for one another what they make, by names.

A file of a store is whole or not there. A folder is one, if all machines see it; an object store
(S3 and its like, by fsspec) is another.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from brochure.batch.absent import Absent
from brochure.diagnostics import Problems
from brochure.output import is_unfinished, sweep, write_file
from brochure.output.folder import findings_of, locked, subfolder

SCHEME = "://"


class StoreFailed(Absent):
    """A store can't be reached or takes no more."""


class Store(Protocol):
    """Files by names such as `botschaften/de/a5-brochure.web.pdf`.

    All raise `StoreFailed` where the store itself fails.
    """

    @property
    def url(self) -> str:
        """By which another machine finds it."""

    def read(self, name: str) -> bytes:
        """The bytes of a file; `FileNotFoundError` if it is not there."""

    def write(self, name: str, data: bytes) -> None:
        """Write a file, in place of what it was before; whole or not at all."""

    def size(self, name: str) -> int | None:
        """The bytes of a file, or nothing where there is none."""

    def list(self, folder: str) -> Iterator[str]:
        """The names of all files below a folder, in order."""

    def delete(self, name: str) -> None:
        """Remove a file, if it is there."""

    def sweep(self, folder: str) -> None:
        """Remove what killed writers left in a folder."""

    def held(self, folder: str) -> AbstractContextManager[None]:
        """Keep others out of a folder who hold it too, where the store can."""


class FolderStore:
    """A folder, on a disk that all machines see by the same path."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @property
    def url(self) -> str:
        """Its path."""
        return str(self._root)

    def read(self, name: str) -> bytes:
        """The bytes of a file."""
        path = self._path(name)
        with _as_failures(path):
            if not path.is_file():
                raise FileNotFoundError(name)
            return path.read_bytes()

    def write(self, name: str, data: bytes) -> None:
        """Write a file by another name, then rename it."""
        path = self._path(name)
        with _as_failures(path):
            write_file(path, data)

    def size(self, name: str) -> int | None:
        """The bytes of a file, or nothing where there is none."""
        path = self._path(name)
        return path.stat().st_size if path.is_file() else None

    def list(self, folder: str) -> Iterator[str]:
        """The names of all files below a folder, in order."""
        found = self._path(folder).rglob("*")
        for path in sorted(path for path in found if not is_unfinished(path.name)):
            if path.is_file():
                yield path.relative_to(self._root).as_posix()

    def delete(self, name: str) -> None:
        """Remove a file, if it is there."""
        path = self._path(name)
        with _as_failures(path):
            path.unlink(missing_ok=True)

    def sweep(self, folder: str) -> None:
        """Remove what killed writers left in a folder."""
        path = self._path(folder)
        with _as_failures(path):
            sweep(path)

    @contextmanager
    def held(self, folder: str) -> Iterator[None]:
        """Keep others out of a folder; the lock ends with the process."""
        path = self._path(folder)
        with _as_failures(path), locked(path):
            yield

    def _path(self, name: str) -> Path:
        return subfolder(self._root, name)


def store_at(url: str) -> Store:
    """The store of a path or an address such as `s3://bucket/folder`."""
    if url.startswith("file://"):
        return FolderStore(Path(url.removeprefix("file://")))
    if SCHEME in url:
        from brochure.batch.object_store import ObjectStore

        return ObjectStore(url)
    return FolderStore(Path(url).resolve())


def has(store: Store, name: str, digest: str) -> bool:
    """Whether a file lies there with the bytes of this SHA-256."""
    try:
        return sha256(store.read(name)).hexdigest() == digest
    except FileNotFoundError:
        return False


@contextmanager
def _as_failures(path: Path) -> Iterator[None]:
    """What the disk says, as a failure of the store; that a file is not there is none."""
    try:
        with findings_of(path):
            yield
    except Problems as problems:
        if isinstance(problems.__cause__, FileNotFoundError):
            raise problems.__cause__ from None
        raise StoreFailed(problems.diagnostics) from problems
