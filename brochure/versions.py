"""Everything that shapes what is made beside its own sources: our code and the libraries.

It is part of the keys of all that is kept, and is asked for also where the engine need not be
loaded. So versions are read from the names of installed packages, and those of the C libraries from
themselves.
"""

import ctypes
import hashlib
import os
import sys
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

from brochure.cache import keep, key_of, recall

PACKAGE = Path(__file__).parent
SHAPING = (
    "check/access",
    "catalog/data/checks/access.toml",
    "diagnostics/log.py",
    "document",
    "catalog/structure.py",
    "catalog/data/structure",
    "layout",
    "pdf",
)
"""Our own code that shapes a fragment."""
SHAPING_PACKAGES: tuple[str, ...] = (
    "brotli",
    "cffi",
    "cssselect2",
    "fonttools",
    "pillow",
    "pydyf",
    "pyphen",
    "tinycss2",
)
SHAPING_PACKAGES += ("tinyhtml5", "weasyprint", "zopfli")
INFO = ".dist-info"
KIND = "versions"
SOURCES = (".py", ".toml", ".j2", ".icc")
LIBRARIES = (
    ("libpango-1.0.so.0", "pango_version_string"),
    ("libharfbuzz.so.0", "hb_version_string"),
)


@cache
def shaping_versions() -> str:
    """One word for what shapes a fragment; another word means that it must be made anew."""
    files = (file for part in SHAPING for file in _files(PACKAGE / part))
    return _word(*_code(files), *_packages(SHAPING_PACKAGES), *_libraries())


@cache
def all_versions() -> str:
    """One word for everything that is installed here.

    Every call asks for it, so files that have their size and time still are not read again.
    """
    statuses = [(entry.path, entry.stat()) for entry in _entries(str(PACKAGE))]
    seen = sorted((path, found.st_size, found.st_mtime_ns) for path, found in statuses)
    others = [*_packages(None), *_libraries()]
    key = key_of(seen, others, sys.version)
    if (known := recall(KIND, key)) is not None:
        return known.decode()
    word = _word(*_code(_files(PACKAGE)), *others)
    keep(KIND, key, word.encode())
    return word


def _word(*parts: str) -> str:
    text = "\n".join((*parts, sys.version.split()[0]))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(Path(entry.path) for entry in _entries(str(path)))


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _entries(entry.path)
        elif entry.name.endswith(SOURCES):
            yield entry


def _code(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        yield f"{file.relative_to(PACKAGE)} {hashlib.sha256(file.read_bytes()).hexdigest()}"


def _packages(wanted: Collection[str] | None) -> Iterator[str]:
    """`NAME-VERSION` of installed packages, from the names of their folders (PEP 376)."""
    found = (name for folder in sys.path if os.path.isdir(folder) for name in os.listdir(folder))
    names = {name.removesuffix(INFO).lower() for name in found if name.endswith(INFO)}
    yield from sorted(name for name in names if wanted is None or name.rpartition("-")[0] in wanted)


def _libraries() -> Iterator[str]:
    for name, question in LIBRARIES:
        try:
            ask = getattr(ctypes.CDLL(name), question)
        except (OSError, AttributeError):  # it has another name on other systems
            continue
        ask.restype = ctypes.c_char_p
        yield f"{name} {ask().decode()}"
    try:
        yield f"fontconfig {ctypes.CDLL('libfontconfig.so.1').FcGetVersion()}"
    except (OSError, AttributeError):
        return
