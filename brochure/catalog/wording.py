"""Words and phrases of a language that checks and measures of prose go by: one file a language."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from brochure.catalog.load import entry, known

WORDING = "wording"


def wording(language: str) -> Mapping[str, Any]:
    """The lists of a language; of one that has none, an empty one. `de-AT` has those of `de`."""
    name = language.partition("-")[0].lower()
    return entry(WORDING, name) if name in known(WORDING) else {}


@cache
def pattern(language: str, name: str) -> re.Pattern[str] | None:
    """What finds any phrase of a list, in upper or lower case; nothing without such a list."""
    phrases = wording(language).get(name)
    if not phrases:
        return None
    # The longest first, so that `siehe Bild rechts` is told whole; a blank is any white space.
    ordered = sorted(phrases, key=len, reverse=True)
    spaced = (phrase.replace(" ?", r"\s*").replace(" ", r"\s+") for phrase in ordered)
    joined = "|".join(spaced)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)
