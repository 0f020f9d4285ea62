"""ua/form-field: each form field stands in a Form, and says what to fill in.

Rationale: ISO 14289-1, 7.18.1 and 7.18.4; ISO 14289-2, 8.10; WCAG 4.1.2; Matterhorn 28-005,
28-010.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedAnnotation, TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each field that is elsewhere or says nothing, and each Form with several."""
    for item in tagged(file).annotations:
        if item.subtype == "Widget" and not item.is_hidden:
            yield from _of_field(file, item, rule)
    for form in file.of_type("Form"):
        fields = sum(file.annotations[at].subtype == "Widget" for at in form.annotations)
        is_alone = fields == 1 and len(form.order) == 1
        is_wrong = fields > 1 if file.is_second_part else bool(fields) and not is_alone
        if is_wrong and "Role" not in form.attributes:
            yield rule.at(file.span_of(form), "several")


def _of_field(file: TaggedFile, item: TaggedAnnotation, rule: Rule) -> Iterator[Diagnostic]:
    where = file.span(item.page, item.box)
    around = file.elements[item.parent] if item.parent >= 0 else None
    if around is None or around.standard != "Form":
        yield rule.at(where)
    if not item.tooltip and not (around and around.alt) and not file.is_second_part:
        yield rule.at(where, "words")
    label = around and any(kid.standard == "Lbl" for kid in file.inside(around))
    if file.is_second_part and not (label or item.contents):
        yield rule.at(where, "words")
