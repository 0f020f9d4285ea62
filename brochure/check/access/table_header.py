"""access/table-header: a table has header cells.

Rationale: without them a cell is read as a bare number, and nobody knows of what (PDF/UA-1 7.5;
Matterhorn 15-003). A table that only arranges things says so by `role="presentation"`.
"""

from collections.abc import Iterator

from brochure.check.access.place import is_read, template_line
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.html import HtmlTree


def findings(tree: HtmlTree, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each table in which no cell is a header."""
    for table in tree.root.iter("table"):
        if is_read(table) and next(table.iter("th"), None) is None:
            yield rule.at(template_line(table))
