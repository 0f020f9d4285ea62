"""ua/annotation: each annotation stands in the tree, and says what it is.

Rationale: a comment or a stamp that the tree lacks is met by the mouse alone (ISO 14289-1, 7.18.1
and 7.18.2; Matterhorn 28-002, 28-004, 28-006, 28-007). Links and fields have rules of their own.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import first_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedAnnotation, TaggedFile

OWN = ("Widget", "PrinterMark", "Link")
UNSEEN = ("Popup", "TrapNet")
"""A Popup belongs to its comment; a TrapNet must not be there at all."""


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each that is not in an Annot, has no words, or is for a press."""
    for item in first_part(file).annotations:
        where = file.span(item.page, item.box)
        if item.is_hidden:
            continue
        if item.subtype == "TrapNet":
            yield rule.at(where, "trap-net")
        if item.subtype not in (*OWN, *UNSEEN) and _type_around(file, item) != "Annot":
            yield rule.at(where, subtype=item.subtype or "?")
        if item.subtype not in (*OWN, *UNSEEN) and not (item.contents or _alt(file, item)):
            yield rule.at(where, "words", subtype=item.subtype or "?")


def _type_around(file: TaggedFile, item: TaggedAnnotation) -> str:
    return file.elements[item.parent].standard if item.parent >= 0 else ""


def _alt(file: TaggedFile, item: TaggedAnnotation) -> str | None:
    return file.elements[item.parent].alt if item.parent >= 0 else None
