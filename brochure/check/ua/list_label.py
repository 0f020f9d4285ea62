"""ua/list-label: a list with printed marks says so, and its items hold elements.

Rationale: ISO 14289-2, 8.2.5.25: with Lbl, ListNumbering is not None; an LI holds no bare content.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import second_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each list with marks of no kind, and for each item with bare content."""
    for list_ in second_part(file).of_type("L"):
        items = [kid for kid in file.kids_of(list_) if kid.standard == "LI"]
        has_marks = any(kid.standard == "Lbl" for item in items for kid in file.kids_of(item))
        if has_marks and str(list_.attributes.get("ListNumbering", "None")) == "None":
            yield rule.at(file.span_of(list_))
    for item in file.of_type("LI"):
        if item.own_contents:
            yield rule.at(file.span_of(item), "bare")
