"""ua/table-parts: parts of tables stand where they may.

Rationale: a reader that counts rows and columns goes by it (ISO 14289-1, 7.2; ISO 32000-1, table
337; Matterhorn 09-004).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.parts import misplaced
from brochure.check.ua.scope import first_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import Element, TaggedFile

ONCE = ("THead", "TFoot", "Caption")


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each part that stands elsewhere, or once too often."""
    yield from misplaced(first_part(file), rule, ("Table", "THead", "TBody", "TFoot", "TR"))
    for table in file.of_type("Table"):
        yield from _of_table(file, table, rule)


def _of_table(file: TaggedFile, table: Element, rule: Rule) -> Iterator[Diagnostic]:
    kids = [kid.standard for kid in file.kids_of(table)]
    for part in ONCE:
        if kids.count(part) > 1:
            yield rule.at(file.span_of(table), "several", part=part)
    if "Caption" in kids[1:-1]:
        yield rule.at(file.span_of(table), "caption")
    if {"THead", "TFoot"} & set(kids) and "TBody" not in kids:
        yield rule.at(file.span_of(table), "body")
