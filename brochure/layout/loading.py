"""Load the layout engine: the project's fonts, quickly, and a plain word when it can't be loaded.

cffi looks for each library by running `ldconfig` and `gcc` before it tries the name that fits
Linux; that is 0.4 s of a cold start (WeasyPrint 70, `text/ffi.py`). The names that fit are in the
engine's own list, so the search is not needed there.
"""

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.layout.declarations import remembered_declarations
from brochure.layout.deferred_fonttools import deferred_fonttools
from brochure.layout.fonts import use_only

if TYPE_CHECKING:
    from brochure.layout.engine import Engine, Read


def load_engine(read: "Read", fonts: Path) -> "Engine":
    """An engine that sees only these fonts; `OSError` when a system library is missing.

    A process has one, which keeps what it has parsed; `read` says from which files from now on.
    """
    engine = _engine(fonts)
    engine.read_by(read)
    return engine


def forget_engines() -> None:
    """Let the next call make an engine anew; what is imported stays."""
    _engine.cache_clear()


@cache
def _engine(fonts: Path) -> "Engine":
    use_only(fonts)
    # It prints advice of its own where a library is missing.
    advice = redirect_stdout(StringIO())
    with deferred_fonttools(), remembered_declarations(), _without_library_search(), advice:
        from brochure.layout.engine import Engine
    return Engine(_nothing)


def _nothing(file: str) -> bytes:
    raise FileNotFoundError(file)


@contextmanager
def _without_library_search() -> Iterator[None]:
    original = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = original
