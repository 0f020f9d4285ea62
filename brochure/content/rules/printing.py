"""The settings of print files: a condition of the catalogue, or a profile and what it is called."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from brochure.content.problems import quoted
from brochure.content.rules.known import Known
from brochure.content.shape import Item
from brochure.diagnostics import Diagnostic

PROFILE = re.compile(r"[^/\\].*\.[Ii][Cc][CcMm]")
NEEDED = ("identifier", "ink_limit")
"""What a profile does not say by itself."""


def print_rule(known: Known, settings: Item) -> Iterator[Diagnostic]:
    """Either a condition or a profile, and with a profile what it is called and bears."""
    value, values, path = settings.value, known.values, settings.path
    profile = value.get("profile")
    if profile is None:
        if "identifier" in value:
            span = values.keys.get((*path, "identifier"), values.place(path))
            yield Diagnostic.of("content/identifier-alone", span)
        return
    span = values.place((*path, "profile"))
    if isinstance(profile, str) and not _is_profile(profile):
        yield Diagnostic.of("content/profile-file", span, name=profile)
    if "condition" in value:
        yield Diagnostic.of("content/condition-and-profile", span)
    if missing := [key for key in NEEDED if value.get(key) is None]:
        yield Diagnostic.of("content/profile-needs", span, keys=quoted(missing))


def _is_profile(file: str) -> bool:
    """Whether a name can be that of an ICC profile in the project."""
    return bool(PROFILE.fullmatch(file)) and ".." not in PurePosixPath(file).parts
