"""ua/table-grid: the cells of a table fill its rows and columns.

Rationale: a reader that is told «column 3 of 4» must find it (ISO 14289-1, 7.2; ISO 14289-2,
8.2.5.26; Matterhorn 09-004; TAB3).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.grid import Grid
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each table whose cells overlap, or leave places empty."""
    for table in tagged(file).of_type("Table"):
        grid = Grid.of(file, table)
        if grid.too_large:
            continue
        if grid.overlapping:
            cell = file.elements[grid.overlapping[0]]
            yield rule.at(file.span_of(cell), "overlap", count=len(grid.overlapping))
        elif grid.uneven_row:
            row, found = grid.uneven_row
            yield rule.at(file.span_of(table), row=row, found=found, columns=grid.columns)
