"""ua/tagged: the file says what is heading, list and table, and that it does so.

Rationale: without tags a screen reader reads the page as a heap of letters; all else about
structure is asked of tagged files only (ISO 14289-1, 6.2 and 7.1; Matterhorn 01-007).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """One finding for a file without tags, or for what makes them doubtful."""
    if not file.elements:
        yield rule.of_file()
        return
    if not file.marked:
        yield rule.of_file("mark-info")
    if file.suspects:
        yield rule.of_file("suspects")
