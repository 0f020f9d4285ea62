"""The kinds of text a person may write, told apart by their annotation.

`Prose` and `Markdown` are read by people: they are typeset, checked for glyphs and translated.
Everything else (addresses of the web, file names, ids) is left as it was written.
"""

from typing import Annotated

from annotated_types import MinLen, Predicate

ID_PATTERN = r"^[a-z][a-z0-9-]*$"


def has_text(value: str) -> bool:
    """Whether anything but white space is there."""
    return bool(value.strip())


Prose = Annotated[str, "prose", MinLen(1), Predicate(has_text)]
"""Plain text for readers."""

Markdown = Annotated[str, "markdown", MinLen(1), Predicate(has_text)]
"""Text for readers with *emphasis*, **strong**, [links](https://…) and paragraphs."""
