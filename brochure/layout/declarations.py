"""The C declarations of the engine's libraries, parsed once and remembered.

WeasyPrint 70 (`text/ffi.py`) hands cffi 400 lines of C, which it parses in Python at every start,
and again for each type that is made: 0.15 s of a build of 2.4 s (measured, `make bench`). cffi can
write down what it parsed as plain values («out-of-line ABI mode»), which are kept here.
"""

import ast
import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from types import ModuleType
from typing import Any

import _cffi_backend

from brochure import cache

KIND = "declarations"
FORMAT = 1


@contextmanager
def remembered_declarations() -> Iterator[None]:
    """Let the engine be imported with declarations from memory, unless cffi is there already."""
    if "cffi" in sys.modules:
        yield
        return
    module = ModuleType("cffi")
    module.FFI = Declarations  # type: ignore[attr-defined]
    sys.modules["cffi"] = module
    try:
        yield
    finally:
        if sys.modules["cffi"] is module:
            del sys.modules["cffi"]


class Declarations(_cffi_backend.FFI):  # type: ignore[misc]
    """Stands in for `cffi.FFI`; it offers all that the engine takes of that one."""

    def __init__(self) -> None:
        """Wait for the declarations, which can be given only once."""

    def cdef(self, text: str) -> None:
        """Take the declarations."""
        super().__init__("declarations", **_parsed(text))

    def dlopen(self, name: str, flags: int) -> Any:
        """Load a library for good.

        Python frees modules in any order as it ends; what Pango made is freed by a function of a
        library, which must then still be there. One process in ten crashed without this.
        """
        return super().dlopen(name, flags | self.RTLD_NODELETE)


def _parsed(text: str) -> dict[str, Any]:
    key = cache.key_of(text, _cffi_backend.__version__, sys.version, sys.platform, FORMAT)
    if (data := cache.recall(KIND, key)) is not None:
        values: dict[str, Any] = marshal.loads(data)
        return values
    values = _parse(text)
    cache.keep(KIND, key, marshal.dumps(values))
    return values


def _parse(text: str) -> dict[str, Any]:
    """What cffi writes as a module: `ffi = _cffi_backend.FFI(name, _types=…, …)`."""
    del sys.modules["cffi"]  # the stand-in
    from cffi import FFI
    from cffi.recompiler import make_py_source

    parser, written = FFI(), StringIO()
    parser.cdef(text)
    make_py_source(parser, "declarations", written)
    call = ast.parse(written.getvalue()).body[-1].value  # type: ignore[attr-defined]
    return {part.arg: ast.literal_eval(part.value) for part in call.keywords}
