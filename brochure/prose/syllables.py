"""How many syllables a word has.

A syllable has one group of vowels. Where two of them meet (`Muse-um`, `Ide-en`), the places where a
word may be divided tell them apart; those alone would miss a vowel at the edge (`A-bend`).
"""

import re
from functools import cache, lru_cache
from typing import Any

from brochure.catalog.wording import wording

LETTERS = re.compile(r"[^\W\d_]+")
WORDS = 20_000
"""Words whose syllables stay in memory."""
LONGEST = 80
"""No word of any language has so many letters; nobody waits for where one may be divided."""


@lru_cache(WORDS)
def syllables(word: str, language: str) -> int:
    """The syllables of a word, at least one."""
    lowered = word.lower()
    vowels, silent = _signs(language)
    spoken = silent.sub("", lowered) if silent else lowered
    parts = (part for letters in LETTERS.findall(spoken) for part in _parts(letters, language))
    return max(1, sum(len(vowels.findall(part)) for part in parts))


@cache
def _signs(language: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """What is a group of vowels, and what is written and not spoken."""
    listed = wording(language)
    silent = listed.get("silent")
    return re.compile(listed.get("vowels", "[aeiouy]+")), re.compile(silent) if silent else None


def _parts(letters: str, language: str) -> list[str]:
    dictionary = _dictionary(language) if len(letters) < LONGEST else None
    return dictionary.inserted(letters).split("-") if dictionary else [letters]


@cache
def _dictionary(language: str) -> Any:
    import pyphen  # seldom needed: most texts were judged before

    from brochure.prose.hyphenation import open_lazily

    open_lazily()
    known = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=known) if known else None
