"""access/heading-order: headings go down one level at a time, and the first is the first level.

Rationale: people who use a screen reader go from heading to heading and conclude from a gap that
something is missing (PDF/UA-1 7.4.2; Matterhorn 14-002, 14-003).
"""

from collections.abc import Iterable, Iterator

from brochure.check.access.place import Element, is_read, text_line, words
from brochure.diagnostics import Diagnostic


def skipped_headings(roots: Iterable[Element]) -> Iterator[Diagnostic]:
    """A finding for each heading that leaves out a level, over all units of a file in order."""
    before = 0
    for element in (element for root in roots for element in root.iter()):
        level = _level(element)
        if level is None or not is_read(element):
            continue
        if level > before + 1:
            code, span = "access/heading-order", text_line(element)
            yield Diagnostic.of(
                code, span, level=level, wanted=before + 1, text=words(element)[:60]
            )
        before = level


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
