"""A text as a part of file names and addresses: `Über den Höfen` → `ueber-den-hoefen`."""

import re
from unicodedata import category, normalize

SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"})


def slug(text: str) -> str:
    """Letters, digits and hyphens; Latin letters without accents, others as they are."""
    spelled = normalize("NFC", text).lower().translate(SPELLED_OUT)
    letters = spelled if spelled.isascii() else "".join(map(_plain, spelled))
    return re.sub(r"[\W_]+", "-", letters).strip("-")


def _plain(letter: str) -> str:
    base = normalize("NFD", letter)
    if base[0].isascii():
        return "".join(sign for sign in base if not category(sign).startswith("M"))
    return letter
