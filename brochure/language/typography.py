"""Quotation marks, dashes, ellipses and spaces that must not break, by the language's table.

Only marks and spaces change, never a letter; typesetting twice is the same as once (both are
property tests). Addresses of the web, mail addresses and link targets are left alone.
"""

import re
from collections.abc import Callable
from functools import cache

from brochure.catalog import Language
from brochure.document.document import Document
from brochure.document.walk import map_texts

NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"
ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+|\S+@\S+|www\.\S+")


def typeset(document: Document, language: Language) -> Document:
    """A document whose texts are set by the rules of its language."""
    return map_texts(document, lambda text, kind: typeset_text(text, language))


def typeset_text(text: str, language: Language) -> str:
    """One text set by the rules of its language."""
    return _outside_addresses(text, lambda part: _rules(part, language))


def _outside_addresses(text: str, change: Callable[[str], str]) -> str:
    """Apply a change with every address replaced by a mark that no rule touches."""
    addresses = ADDRESS.findall(text)
    changed = change(ADDRESS.sub("\ufffc", text))
    for address in addresses:
        changed = changed.replace("\ufffc", address, 1)
    return changed


def _rules(text: str, language: Language) -> str:
    text = _quotes(text, language)
    text = text.replace("...", "…")
    text = re.sub(r" [-–] ", f"{NO_BREAK_SPACE}– ", text)
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    for pattern, replacement in _spacing(language):
        text = pattern.sub(replacement, text)
    return text


def _quotes(text: str, language: Language) -> str:
    """Straight quotation marks in pairs; an odd one is the author's and stays."""
    if text.count('"') % 2:
        return text
    opening, closing = language.quotes[:2]
    return re.sub(r'"([^"]*)"', lambda match: f"{opening}{match[1]}{closing}", text)


@cache
def _spacing_of(
    abbreviations: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]
) -> tuple[tuple[re.Pattern[str], str], ...]:
    rules: list[tuple[re.Pattern[str], str]] = []
    for abbreviation in abbreviations:
        parts = [re.escape(part) for part in abbreviation.split(" ")]
        joined = abbreviation.replace(" ", NARROW_NO_BREAK_SPACE)
        rules.append((re.compile(r"(?<!\w)" + r"[ \u00a0]?".join(parts)), joined))
    words = "|".join(map(re.escape, before))
    units = "|".join(map(re.escape, after))
    rules.append((re.compile(rf"(?<!\w)({words}) (?=\d)"), rf"\1{NO_BREAK_SPACE}"))
    rules.append((re.compile(rf"(?<=\d) (?=(?:{units})(?!\w))"), NO_BREAK_SPACE))
    return tuple(rules)


def _spacing(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    return _spacing_of(
        language.abbreviations, language.words_before_number, language.words_after_number
    )
