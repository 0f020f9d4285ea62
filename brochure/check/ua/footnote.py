"""ua/footnote: a note of PDF 2.0 and its calls name each other.

Rationale: ISO 14289-2, 8.2.5.14: NoteType is Footnote, Endnote or None; Ref leads both ways.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import second_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile

KINDS = ("Footnote", "Endnote", "None")


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each note that says no kind, and for each Ref that is not returned."""
    for note in second_part(file).of_type("FENote"):
        where = file.span_of(note)
        kind = str(note.attributes.get("NoteType", "None"))
        if kind not in KINDS:
            yield rule.at(where, kind=kind[:40])
        calls = [item for item in file.elements if note.index in item.refs]
        lost = [at for at in note.refs if at < 0 or note.index not in file.elements[at].refs]
        ghosts = [item for item in calls if item.index not in note.refs]
        if lost or ghosts:
            yield rule.at(where, "one-way", text=file.text_of(note)[:40])
