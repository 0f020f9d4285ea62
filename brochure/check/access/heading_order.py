"""access/heading-order: headings go down one level at a time, and the first is the first level.

Rationale: people who use a screen reader go from heading to heading and conclude from a gap that
something is missing (PDF/UA-1 7.4.2; Matterhorn 14-002, 14-003).
"""

from collections.abc import Iterable, Iterator

from brochure.check.access.place import Element, is_read, text_line, words
from brochure.diagnostics import Diagnostic
from brochure.document.fragment import Heading

CODE = "access/heading-order"
SHOWN = 60


def skipped_headings(headings: Iterable[Heading]) -> Iterator[Diagnostic]:
    """A finding for each heading that leaves out a level, over all units of a file in order."""
    before = 0
    for heading in headings:
        if heading.level > before + 1:
            level, wanted, text = heading.level, before + 1, heading.text[:SHOWN]
            yield Diagnostic.of(CODE, heading.span, level=level, wanted=wanted, text=text)
        before = heading.level


def headings_of(root: Element) -> Iterator[Heading]:
    """The headings of a unit that are read, in order."""
    for element in root.iter():
        if (level := _level(element)) is not None and is_read(element):
            yield Heading(level, words(element), text_line(element))


def empty_headings(root: Element) -> Iterator[Diagnostic]:
    """A finding for each heading without words (it would be a stop without a name)."""
    for element in root.iter():
        if _level(element) and is_read(element) and not words(element):
            yield Diagnostic.of("access/heading-empty", text_line(element))


def _level(element: Element) -> int | None:
    if element.get("role") == "heading":
        return int(element.get("aria-level") or 2)
    tag = element.tag if isinstance(element.tag, str) else ""
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else None
