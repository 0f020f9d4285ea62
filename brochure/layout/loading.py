"""Load the layout engine: with the project's fonts, quickly, and with a plain word when it can't be.

cffi looks for each library by running `ldconfig` and `gcc` before it tries the name that fits
Linux; that is 0.4 s of a cold start (WeasyPrint 70, `text/ffi.py`). The names that fit are in the
engine's own list, so the search is not needed there.
"""

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.diagnostics import Diagnostic, Problems
from brochure.layout.fonts import use_only

if TYPE_CHECKING:
    from brochure.layout.engine import Engine, Read


def load_engine(read: "Read", fonts: Path) -> "Engine":
    """An engine that sees only these fonts; `Problems` when a system library is missing."""
    use_only(fonts)
    try:
        with _without_library_search(), redirect_stdout(StringIO()):  # it prints its own advice
            from brochure.layout.engine import Engine
    except OSError as error:
        raise Problems([Diagnostic.of("layout/no-library", message=error)]) from error
    return Engine(read)


@contextmanager
def _without_library_search() -> Iterator[None]:
    original = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = original
