"""To which files a rule applies, and what rules about structure ask of elements.

Rationale: an untagged file is told once, not by every rule; PDF/UA-1 and PDF/UA-2 differ.
"""

import re
from collections.abc import Iterable, Iterator

from brochure.check.registry import Skipped
from brochure.document.tagged_file import Element, TaggedFile

HEADING = re.compile(r"H([1-9]\d*)")


def tagged(file: TaggedFile) -> TaggedFile:
    """The file, if it has tags; `ua/tagged` tells of one that has none."""
    if not file.elements:
        raise Skipped("ua/skipped/untagged")
    return file


def first_part(file: TaggedFile) -> TaggedFile:
    """The file, if it is not made by PDF/UA-2, which has rules of its own for the same."""
    if tagged(file).is_second_part:
        raise Skipped("ua/skipped/second-part")
    return file


def second_part(file: TaggedFile) -> TaggedFile:
    """The file, if it claims PDF/UA-2."""
    if not tagged(file).is_second_part:
        raise Skipped("ua/skipped/first-part")
    return file


def is_heading(element: Element) -> bool:
    """Whether it is a heading with a level."""
    return bool(HEADING.fullmatch(element.standard))


def headings(file: TaggedFile) -> Iterator[Element]:
    """The headings with a level, in order."""
    return filter(is_heading, file.elements)


def level_of(heading: Element) -> int:
    """The level of a heading; a number of many digits is no level that counts."""
    found = HEADING.fullmatch(heading.standard)
    return int(found[1][:6]) if found else 0


def is_within(file: TaggedFile, element: Element, types: Iterable[str]) -> bool:
    """Whether it stands in an element of one of the types."""
    wanted = set(types)
    return any(outer.standard in wanted for outer in file.around(element))


def plain(text: str) -> str:
    """A text to compare by: its words in small letters."""
    return " ".join(re.findall(r"\w+", text.casefold()))
