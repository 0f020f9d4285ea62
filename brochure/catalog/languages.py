"""Languages: direction, quotation marks, spacing rules, the words that templates need."""

from dataclasses import dataclass
from typing import Any, Literal

from brochure.catalog.load import entry


@dataclass(frozen=True)
class Language:
    """A language and its typography.

    `quotes` are outer and inner pairs, `abbreviations` are set with a narrow no-break space,
    `words_before_number` and `words_after_number` are kept on one line with their number.
    """

    tag: str
    name: str
    direction: Literal["ltr", "rtl"]
    quotes: tuple[str, str, str, str]
    abbreviations: tuple[str, ...]
    words_before_number: tuple[str, ...]
    words_after_number: tuple[str, ...]
    words: dict[str, str]

    @classmethod
    def named(cls, tag: str) -> "Language":
        """The language of a tag such as `de`; `KeyError` when the catalogue has none."""
        data: dict[str, Any] = dict(entry("languages", tag))
        for name in ("quotes", "abbreviations", "words_before_number", "words_after_number"):
            data[name] = tuple(data[name])
        return cls(tag=tag, **data)
