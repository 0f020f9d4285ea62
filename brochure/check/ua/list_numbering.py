"""ua/list-numbering: a list says by what its items are marked.

Rationale: a reader then says «1 of 5» or «bullet», and a list with printed numbers whose
ListNumbering is missing is read as one without (ISO 14289-1, 7.6; ISO 14289-2, 8.2.5.25;
Matterhorn 16-001, 16-002; LIST1).
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import Element, TaggedFile

PRINTED = {
    "Decimal": re.compile(r"\(?\d+[.):]?"),
    "LowerAlpha": re.compile(r"\(?[a-z][.)]"),
    "UpperAlpha": re.compile(r"\(?[A-Z][.)]"),
}
ALSO = {"LowerAlpha": ("LowerRoman",), "UpperAlpha": ("UpperRoman",)}
"""One letter can be either."""
ORDERED = ("Decimal", "LowerRoman", "UpperRoman", "LowerAlpha", "UpperAlpha", "Ordered")


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each numbered list that does not say so, or says otherwise."""
    for list_ in tagged(file).of_type("L"):
        said = str(list_.attributes.get("ListNumbering") or "None")
        printed = _printed(file, list_)
        if printed and said == "None":
            yield rule.at(file.span_of(list_), printed=printed)
        elif printed and said != "Ordered" and said not in (printed, *ALSO.get(printed, ())):
            yield rule.at(file.span_of(list_), "other", printed=printed, said=said)


def _printed(file: TaggedFile, list_: Element) -> str:
    """The kind of the numbers of all items; empty where they are none."""
    items = [kid for kid in file.kids_of(list_) if kid.standard == "LI"]
    labels = [label for item in items if (label := _label(file, item))]
    if len(labels) < 2 or len(labels) < len(items):
        return ""
    fits = (kind for kind, form in PRINTED.items() if all(map(form.fullmatch, labels)))
    return next(fits, "")


def _label(file: TaggedFile, item: Element) -> str:
    return next((file.text_of(kid) for kid in file.kids_of(item) if kid.standard == "Lbl"), "")
