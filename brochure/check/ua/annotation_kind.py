"""ua/annotation-kind: annotations are of kinds that PDF/UA-2 allows, and say what they must.

Rationale: ISO 14289-2, 8.9.2 and 8.9.4: by kind, what stands in the tree, what is said, what is
hidden.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import second_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import Element, TaggedAnnotation, TaggedFile

MARKUP = (
    *("Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Ink"),
    *("Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "FileAttachment", "Redact"),
    "Projection",
)
SPEAKING = ("Ink", "Screen", "3D", "RichMedia")
FORBIDDEN = ("Sound", "Movie", "TrapNet")
UNTAGGED = ("Popup", "PrinterMark")
INVISIBLE, NO_VIEW, TOGGLE = 1, 32, 256


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each thing that is wrong with an annotation."""
    for item in second_part(file).annotations:
        around = file.elements[item.parent] if item.parent >= 0 else None
        for variant in _wrong(item, around):
            where = file.span(item.page, item.box)
            yield rule.at(where, variant, subtype=item.subtype or "?")


def _wrong(item: TaggedAnnotation, around: Element | None) -> Iterator[str]:
    is_tagged = around is not None and around.standard != "Artifact"
    if item.subtype in FORBIDDEN:
        yield "forbidden"
    if item.subtype in MARKUP and not (around and around.standard == "Annot"):
        yield "annot"
    if item.subtype in UNTAGGED and is_tagged:
        yield "tagged"
    has_name = item.subtype == "Stamp" and "Name" in item.entries
    if item.subtype in (*SPEAKING, "Stamp") and item.contents is None and not has_name:
        yield "contents"
    if around and around.alt is not None and item.contents not in (None, around.alt):
        yield "alt"
    hidden = item.flags & INVISIBLE or (item.flags & NO_VIEW and not item.flags & TOGGLE)
    if is_tagged and hidden:
        yield "hidden"
