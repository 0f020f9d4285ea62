"""ua/note: a note has its mark, and there is a call of it.

Rationale: who hears «2» in the text must get to note 2 and back (Matterhorn 19-001, 19-002;
NOTE1).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile

CALLS = ("Reference", "Link")


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each note without a mark, and for a file with notes that nothing calls."""
    notes = list(tagged(file).of_type("Note", "FENote"))
    for note in notes:
        if not any(item.standard == "Lbl" for item in file.inside(note)):
            yield rule.at(file.span_of(note), text=file.text_of(note)[:60])
    if notes and not any(file.of_type(*CALLS)):
        yield rule.at(file.span_of(notes[0]), "reference", count=len(notes))
