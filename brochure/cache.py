"""What was worked out once is read back: plain bytes in the person's cache folder.

An entry's name is the hash of all that shapes it, so that nothing old is ever taken for new. Each
begins with the hash of its content: a damaged entry counts as not there and is made again. A folder
that can't be written only costs time. Several processes may share a folder, also on a network
drive: an entry is written beside its place and renamed, and two that write the same write the same
bytes. The folder is `BROCHURE_CACHE`, or one in the person's own cache folder. Behind it may lie a
second level that machines share (`beyond`).
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

LARGEST = 1024 * 1024 * 1024
"""Bytes that all entries may take, unless a person says otherwise."""
SLACK = 16
"""Room is made once this part of the limit was written, since looking for the oldest takes time."""
UNFINISHED = ".part"
"""What a killed process may leave; it is as old as any other entry."""

_written = 0
_limit = LARGEST
_beyond: "dict[str, Level]" = {}


@dataclass(frozen=True)
class Entry:
    """One file of the cache: its kind, its size in bytes, when it was last used."""

    path: Path
    kind: str
    size: int
    used: float


def root() -> Path:
    """Where everything that is kept lies."""
    if named := os.environ.get("BROCHURE_CACHE"):
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "brochure"


def folder(kind: str) -> Path:
    """Where entries of a kind lie."""
    return root() / kind


def key_of(*parts: object) -> str:
    """The name of what these values shape: bytes, or values that say what they are by `repr`."""
    texts = (part if isinstance(part, bytes) else repr(part).encode() for part in parts)
    hashes = (hashlib.sha256(text).digest() for text in texts)
    return hashlib.sha256(b"".join(hashes)).hexdigest()[:32]


def recall(kind: str, key: str) -> bytes | None:
    """What was kept under this key; nothing if it is not there or not whole."""
    path = folder(kind) / f"{key}.bin"
    try:
        found = _content(path.read_bytes())
        os.utime(path)
    except OSError:
        found = None
    return _recalled_beyond(kind, key) if found is None else found


def has(kind: str, key: str) -> bool:
    """Whether something is kept here under this key, whole or not."""
    return (folder(kind) / f"{key}.bin").is_file()


def keep(kind: str, key: str, data: bytes) -> None:
    """Keep bytes for later; other processes see all of them or none."""
    entry = hashlib.sha256(data).hexdigest().encode() + b"\n" + data
    _keep_here(kind, key, entry)
    if kind in _beyond:
        _beyond[kind].write(f"{kind}/{key}", entry)


class Level(Protocol):
    """A second cache behind the folder, shared by machines."""

    def read(self, name: str) -> bytes:
        """What was written under this name; `FileNotFoundError` if nothing was."""

    def write(self, name: str, data: bytes) -> None:
        """Keep it, whole or not at all."""


def beyond(kinds: Collection[str], level: Level | None) -> None:
    """From now on look there for these kinds too, and keep them there as well."""
    for kind in kinds:
        _beyond.pop(kind, None)
        if level:
            _beyond[kind] = level


def _content(entry: bytes) -> bytes | None:
    """What an entry holds, if it is whole."""
    digest, _, data = entry.partition(b"\n")
    return data if hashlib.sha256(data).hexdigest().encode() == digest else None


def _recalled_beyond(kind: str, key: str) -> bytes | None:
    if kind not in _beyond:
        return None
    try:
        entry = _beyond[kind].read(f"{kind}/{key}")
    except FileNotFoundError:
        return None
    if (found := _content(entry)) is not None:
        _keep_here(kind, key, entry)
    return found


def _keep_here(kind: str, key: str, entry: bytes) -> None:
    global _written
    target = folder(kind)
    with suppress(OSError):
        target.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(UNFINISHED, dir=target)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(entry)
            os.replace(name, target / f"{key}.bin")
        except OSError:  # a full disk must not be filled by halves of entries
            os.unlink(name)
            raise
    _written += len(entry)
    if _written > _limit // SLACK:
        _written = 0
        make_room(_limit)


def limit(size: int) -> None:
    """How many bytes this process lets the cache have."""
    global _limit
    _limit = size


def entries() -> Iterator[Entry]:
    """Everything that is kept."""
    for path in (*root().glob("*/*.bin"), *root().glob(f"*/*{UNFINISHED}")):
        with suppress(OSError):  # another process may just have removed it
            status = path.stat()
            yield Entry(path, path.parent.name, status.st_size, status.st_mtime)


def make_room(size: int) -> None:
    """Remove what was not used for longest until the rest takes no more than `size` bytes."""
    found = sorted(entries(), key=lambda entry: entry.used)
    there = sum(entry.size for entry in found)
    for entry in found:
        if there <= size:
            return
        there -= entry.size
        with suppress(OSError):
            entry.path.unlink()


def clear() -> None:
    """Remove everything that was kept."""
    for kind in {entry.kind for entry in entries()}:
        shutil.rmtree(folder(kind), ignore_errors=True)
