"""fontTools is loaded when a font needs it, not always.

WeasyPrint 70 imports it for variable fonts, bitmap emoji and WOFF; the static TTF of this project
need none of that, and it takes 17 MiB and a tenth of a second (measured). The names that the engine
takes from fontTools are stand-ins which, at the first use, put the real ones in their place.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

TAKEN = {
    "weasyprint.text.fonts": {
        "TTFont": ("fontTools.ttLib", "TTFont"),
        "woff2": ("fontTools.ttLib.woff2", None),
    },
    "weasyprint.pdf.fonts": {
        "TTFont": ("fontTools.ttLib", "TTFont"),
        "TTLibError": ("fontTools.ttLib", "TTLibError"),
        "instantiateVariableFont": ("fontTools.varLib.instancer", "instantiateVariableFont"),
        "subset": ("fontTools.subset", None),
        "ttFont": ("fontTools.ttLib.ttFont", None),
    },
}
"""Module of the engine → the name it takes → where the real thing lies (a test pins this)."""


class StandIn:
    """Something of fontTools that nobody has used yet."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        """Use it as a class or a function."""
        return _real(self._name)(*arguments, **options)

    def __getattr__(self, attribute: str) -> Any:
        return getattr(_real(self._name), attribute)


@contextmanager
def deferred_fonttools() -> Iterator[None]:
    """Let the engine be imported without fontTools, unless fontTools is there already."""
    if "fontTools" in sys.modules or "weasyprint" in sys.modules:
        yield
        return
    stand_ins = {name: _module(name) for name in _modules()}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


def _module(name: str) -> ModuleType:
    module = ModuleType(name)
    module.__path__ = []
    for names in TAKEN.values():
        for taken, (home, attribute) in names.items():
            if (attribute and home == name) or (not attribute and home.rpartition(".")[0] == name):
                setattr(module, taken, StandIn(taken))
    return module


def _modules() -> set[str]:
    homes = {home for names in TAKEN.values() for home, _ in names.values()}
    return {".".join(home.split(".")[:end]) for home in homes for end in range(1, 4)} & (
        homes | {"fontTools", "fontTools.varLib"}
    )


def _real(name: str) -> Any:
    """Load fontTools, give the engine all its real names, and return one of them."""
    for module, names in TAKEN.items():
        for taken, (home, attribute) in names.items():
            found = import_module(home)
            real = getattr(found, attribute) if attribute else found
            setattr(sys.modules[module], taken, real)
            if taken == name:
                wanted = real
    return wanted
