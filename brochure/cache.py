"""What was worked out once is read back: plain bytes in the person's cache folder.

An entry's name is the hash of all that shapes it, so that nothing old is ever taken for new. Each
begins with the hash of its content: a damaged entry counts as not there and is made again. A folder
that can't be written only costs time.
"""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

LARGEST = 64 * 1024 * 1024
"""Bytes that one kind of entry may take; beyond it, what was not used for longest goes."""


def folder(kind: str) -> Path:
    """Where entries of a kind lie."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "brochure" / kind


def key_of(*parts: object) -> str:
    """The name of what these values shape: bytes, or values that say what they are by `repr`."""
    texts = (part if isinstance(part, bytes) else repr(part).encode() for part in parts)
    hashes = (hashlib.sha256(text).digest() for text in texts)
    return hashlib.sha256(b"".join(hashes)).hexdigest()[:32]


def recall(kind: str, key: str) -> bytes | None:
    """What was kept under this key; nothing if it is not there or not whole."""
    path = folder(kind) / f"{key}.bin"
    try:
        digest, data = path.read_bytes().split(b"\n", 1)
        os.utime(path)
    except (OSError, ValueError):
        return None
    return data if hashlib.sha256(data).hexdigest().encode() == digest else None


def keep(kind: str, key: str, data: bytes) -> None:
    """Keep bytes for later; other processes see all of them or none."""
    target = folder(kind)
    with suppress(OSError):
        target.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=target)
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
        os.replace(name, target / f"{key}.bin")
        _forget_oldest(target)


def _forget_oldest(target: Path) -> None:
    entries = sorted((path.stat().st_mtime, path) for path in target.iterdir())
    size = sum(path.stat().st_size for _, path in entries)
    for _, path in entries:
        if size <= LARGEST:
            return
        size -= path.stat().st_size
        path.unlink(missing_ok=True)
