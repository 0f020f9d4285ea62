"""A store at an address that fsspec knows: S3 and what speaks like it, Google, Azure, memory.

Address, region and keys of a service that is not Amazon's own are taken from the environment
(`AWS_ENDPOINT_URL`, `AWS_ACCESS_KEY_ID`, …) of each machine; none of them is handed on by us.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from brochure.batch.absent import Absent
from brochure.batch.store import StoreFailed
from brochure.diagnostics import Diagnostic
from brochure.output.folder import is_name


class ObjectStore:
    """An object is put whole or not at all, so nothing needs to be renamed."""

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")
        try:
            from fsspec.core import url_to_fs
        except ImportError as error:
            raise Absent.extra() from error
        with self._as_failures():  # lists that were seen before are not believed: others write too
            self._files, self._root = url_to_fs(self._url, use_listings_cache=False)

    @property
    def url(self) -> str:
        """Its address."""
        return self._url

    def read(self, name: str) -> bytes:
        """The bytes of an object."""
        with self._as_failures():
            data: bytes = self._files.cat_file(self._path(name))
        return data

    def write(self, name: str, data: bytes) -> None:
        """Put an object."""
        with self._as_failures():
            self._files.pipe_file(self._path(name), data)

    def size(self, name: str) -> int | None:
        """The bytes of an object, or nothing where there is none."""
        with self._as_failures():
            try:
                found = self._files.info(self._path(name))
            except FileNotFoundError:
                return None
        return int(found["size"]) if found["type"] == "file" else None

    def list(self, folder: str) -> Iterator[str]:
        """The names of all objects below a folder, in order."""
        with self._as_failures():
            try:
                found = self._files.find(self._path(folder))
            except FileNotFoundError:
                found = []
        start = len(self._root.rstrip("/")) + 1
        yield from sorted(path[start:] for path in found)

    def delete(self, name: str) -> None:
        """Remove an object, if it is there."""
        with self._as_failures():
            try:
                self._files.rm_file(self._path(name))
            except FileNotFoundError:
                return

    def sweep(self, folder: str) -> None:
        """A killed writer leaves nothing."""

    def held(self, folder: str) -> AbstractContextManager[None]:
        """Nobody can be kept out."""
        return nullcontext()

    def _path(self, name: str) -> str:
        if not all(map(is_name, name.split("/"))):
            raise ValueError(name)
        return f"{self._root.rstrip('/')}/{name}"

    @contextmanager
    def _as_failures(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as error:
            if "bucket" in str(error).lower():
                raise self._failed(error) from error
            raise
        except (ImportError, ValueError) as error:  # fsspec says what is to be installed
            raise Absent([_finding("batch/store-unknown", self._url, error)]) from error
        except Exception as error:  # each service has its own kinds
            raise self._failed(error) from error

    def _failed(self, error: Exception) -> StoreFailed:
        return StoreFailed([_finding("batch/store-unreachable", self._url, error)])


def _finding(code: str, url: str, error: Exception) -> Diagnostic:
    reason = " ".join(str(error).split()) or type(error).__name__
    return Diagnostic.of(code, None, url=url, reason=reason)
