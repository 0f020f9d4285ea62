"""ua/table-repeated: the head of a table is read once.

Rationale: a table that runs over pages is one table; its head, where it is printed again, is an
artifact (TAB5). As tables of their own the parts are read as if each were a new one.
"""

from collections.abc import Iterator
from itertools import pairwise

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import Element, TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each table that begins with the head of the one before, on the next page."""
    for first, second in pairwise(tagged(file).of_type("Table")):
        pages = file.box_of(first)[0], file.box_of(second)[0]
        is_next = first.parent == second.parent and second.index == first.end
        if not is_next or pages[1] <= pages[0]:
            continue
        head = _head(file, first)
        if head and head == _head(file, second):
            yield rule.at(file.span_of(second), head=head[:60])


def _head(file: TaggedFile, table: Element) -> str:
    """What the first row says, where it is of header cells."""
    row = next((item for item in file.inside(table) if item.standard == "TR"), None)
    if row is None or any(kid.standard != "TH" for kid in file.kids_of(row)):
        return ""
    return file.text_of(row)
