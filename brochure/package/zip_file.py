"""Files → a ZIP that is the same bytes for the same files.

Times are the earliest that the format knows, the system is said to be Unix, names are in order:
nothing of the machine or the moment gets in. What is packed already (PDF, JPEG) is stored.
"""

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

BEGINNING = (1980, 1, 1, 0, 0, 0)
UNIX, READABLE = 3, 0o644 << 16
PACKED = (".pdf", ".jpg")
SUMS = "SHA256SUMS"


def zipped(folder: str, files: Mapping[str, bytes]) -> bytes:
    """A ZIP of one folder with these files and their SHA-256 sums."""
    every = {**files, SUMS: _sums(files)}
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name in sorted(every):
            archive.writestr(_entry(f"{folder}/{name}"), every[name], compresslevel=9)
    return packed.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, BEGINNING)
    entry.create_system, entry.external_attr = UNIX, READABLE
    entry.compress_type = ZIP_STORED if name.endswith(PACKED) else ZIP_DEFLATED
    return entry


def _sums(files: Mapping[str, bytes]) -> bytes:
    """As `sha256sum --check` reads it."""
    lines = (f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()
