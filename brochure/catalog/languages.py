"""Languages: direction, quotation marks, spacing rules, the words that templates need."""

from dataclasses import dataclass
from typing import Any, Literal

from brochure.catalog.load import entry


@dataclass(frozen=True)
class Language:
    """A language and its typography.

    `quotes` are outer and inner pairs, `abbreviations` are set with a narrow no-break space,
    `words_before_number` and `words_after_number` are kept on one line with their number,
    `words_before_word` (articles, prepositions) with the next word where letters are large.
    """

    tag: str
    name: str
    direction: Literal["ltr", "rtl"]
    quotes: tuple[str, str, str, str]
    abbreviations: tuple[str, ...]
    words_before_number: tuple[str, ...]
    words_after_number: tuple[str, ...]
    words: dict[str, str]
    words_before_word: tuple[str, ...] = ()

    @classmethod
    def named(cls, tag: str) -> "Language":
        """The language of a tag such as `de`; `KeyError` when the catalogue has none."""
        data: dict[str, Any] = dict(entry("languages", tag))
        lists = {name: tuple(value) for name, value in data.items() if isinstance(value, list)}
        return cls(tag=tag, **(data | lists))
