"""Everything that shapes a laid-out page beside its own sources: our code and the libraries.

It is part of the key of every fragment, and is asked for also where the engine need not be loaded.
So versions are read from the names of installed packages, and those of the C libraries from
themselves.
"""

import ctypes
import hashlib
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
SHAPING = (
    "check/access",
    "diagnostics/log.py",
    "document",
    "catalog/structure.py",
    "catalog/data/structure",
    "layout",
    "pdf",
)
"""Our own code that shapes a fragment."""
PACKAGES = (
    "brotli cffi cssselect2 fonttools pillow pydyf pyphen tinycss2 tinyhtml5 weasyprint zopfli"
).split()
LIBRARIES = (
    ("libpango-1.0.so.0", "pango_version_string"),
    ("libharfbuzz.so.0", "hb_version_string"),
)


@cache
def shaping_versions() -> str:
    """One word for all of them; another word means that fragments must be made anew."""
    parts = [*_code(), *_packages(sys.path), *_libraries(), sys.version.split()[0]]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def _code() -> Iterator[str]:
    for part in SHAPING:
        path = PACKAGE / part
        files = [path] if path.is_file() else sorted(path.rglob("*.[pt][yo]*"))
        for file in files:
            if file.suffix in (".py", ".toml"):
                digest = hashlib.sha256(file.read_bytes()).hexdigest()
                yield f"{file.relative_to(PACKAGE)} {digest}"


def _packages(folders: Iterable[str]) -> Iterator[str]:
    """`NAME-VERSION` of installed packages, from the names of their folders (PEP 376)."""
    names = {
        path.stem.lower() for folder in folders for path in Path(folder).glob("*.dist-info")
    }
    yield from sorted(name for name in names if name.rpartition("-")[0] in PACKAGES)


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
