"""ua/note-id: every Note can be told from every other.

Rationale: ISO 14289-1, 7.9; Matterhorn 19-003, 19-004.
"""

from collections import Counter
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import first_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each Note without an ID, or with that of another one."""
    notes = list(first_part(file).of_type("Note"))
    counted = Counter(note.id for note in notes)
    for note in notes:
        if not note.id:
            yield rule.at(file.span_of(note))
        elif counted[note.id] > 1:
            yield rule.at(file.span_of(note), "twice", id=note.id[:40])
