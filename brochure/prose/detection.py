"""In which language a text is, by its groups of letters.

The only file that knows CLD3, a small network whose weights are part of the library: nothing is
fetched, and loading it takes no time.
"""

from functools import cache
from importlib.util import find_spec
from typing import Any

MOST_BYTES = 2000
"""Longer texts are judged by parts of them."""


def is_there() -> bool:
    """Whether the library is installed (`pip install brochure[language]`)."""
    return find_spec("gcld3") is not None


def detected(text: str) -> tuple[str, float]:
    """The likeliest language, and how likely it is, from 0 to 1."""
    found = _identifier().FindLanguage(text)
    return str(found.language), float(found.probability)


@cache
def _identifier() -> Any:
    import gcld3  # an optional dependency

    return gcld3.NNetLanguageIdentifier(0, MOST_BYTES)
