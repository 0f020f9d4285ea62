"""Data merge: how large records may be, what is read as yes and no, which file names are safe."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from brochure.catalog.load import entry


@dataclass(frozen=True)
class Limits:
    """The limits, explained in `data/records/limits.toml`."""

    file_megabytes: int
    unpacked_megabytes: int
    records: int
    columns: int
    cell_letters: int
    digits: int
    most_told: int
    name_letters: int
    expression_letters: int
    expression_depth: int
    long_records: int
    long_letters: int
    long_factor: float


@cache
def limits() -> Limits:
    """The limits of data merge."""
    return Limits(**entry("records", "limits"))


@cache
def truth_words() -> dict[str, bool]:
    """What is read as yes and no."""
    words: dict[str, Any] = entry("records", "words")["boolean"]
    return dict.fromkeys(words["true"], True) | dict.fromkeys(words["false"], False)


@cache
def reserved_names() -> tuple[frozenset[str], str]:
    """Names of files that Windows keeps for itself, and signs that none may have."""
    words = entry("records", "words")["file_names"]
    return frozenset(words["reserved"]), words["forbidden"]
