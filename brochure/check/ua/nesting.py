"""ua/nesting: elements stand where ISO/TS 32005 lets them.

Rationale: ISO 14289-2, 8.2.4 and ISO/TS 32005, table 5, which says for both namespaces what may
stand in what.
"""

from collections.abc import Iterator

from brochure.catalog.structure import forbidden_kids, holds_no_content, one_of_each
from brochure.check.rule import Rule
from brochure.check.ua.scope import second_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each element that may not stand where it does."""
    for element in second_part(file).elements:
        parent = file.parent_of(element)
        above = parent.standard if parent else "StructTreeRoot"
        if element.standard and element.standard in forbidden_kids(above):
            yield rule.at(file.span_of(element), type=element.standard, holder=above)
        if element.own_contents and holds_no_content(element.standard):
            yield rule.at(file.span_of(element), "content", type=element.standard)
        kids = [kid.standard for kid in file.kids_of(element)]
        for kind in one_of_each(element.standard):
            if kids.count(kind) > 1:
                yield rule.at(file.span_of(element), "several", type=kind, holder=element.standard)
