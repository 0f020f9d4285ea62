"""ua/caption: a caption goes with what it explains.

Rationale: a Caption outside of its figure, table or list is read as a line of its own (ISO
32000-1, table 333; Matterhorn 13-003; FIG2).
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import Element, TaggedFile

HOLDERS = ("Figure", "Table", "L", "TOC", "Formula", "Form", "Aside", "BlockQuote", "Index")


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each Caption outside, and for each paragraph beside a Figure that is one."""
    for element in tagged(file).of_type("Caption"):
        parent = file.parent_of(element)
        beside = [kid.standard for kid in file.kids_of(parent)] if parent else []
        if parent is None or not {parent.standard, *beside} & set(HOLDERS):
            yield rule.at(file.span_of(element), text=file.text_of(element)[:60])
    for figure in file.of_type("Figure"):
        after = _after(file, figure)
        if after is not None and after.standard == "P":
            text = file.text_of(after)
            if re.match(rule.limits["opening"], text, re.IGNORECASE):
                yield rule.at(file.span_of(after), "text", text=text[:60])


def _after(file: TaggedFile, figure: Element) -> Element | None:
    if figure.end >= len(file.elements):
        return None
    after = file.elements[figure.end]
    return after if after.parent == figure.parent else None
