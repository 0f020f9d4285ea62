"""ua/table-header: each cell's headers are certain.

Rationale: a cell is understood by what stands above and beside it; a TH says by Scope for which
cells it speaks, or cells name their headers (ISO 14289-1, 7.5; ISO 14289-2, 8.2.5.26; WCAG 1.3.1;
Matterhorn 15-001 to 15-003, 15-005; TAB1, TAB2).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.grid import Grid
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.tagged_file import Element, TaggedFile

SPEAKS = {"Row": "row", "Column": "column", "Both": "row column"}


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each table with cells that no header speaks for, and for one without any."""
    for table in tagged(file).of_type("Table"):
        grid = Grid.of(file, table)
        if grid.too_large or not grid.cells:
            continue
        cells = [file.elements[index] for index in grid.cells]
        if all(cell.standard == "TD" for cell in cells):
            if len(grid.rows) > 1:
                yield rule.at(file.span_of(table), "none", Severity.WARNING)
            continue
        yield from _of_cells(file, table, grid, cells, rule)


def _of_cells(
    file: TaggedFile, table: Element, grid: Grid, cells: list[Element], rule: Rule
) -> Iterator[Diagnostic]:
    known = {cell.id for cell in cells if cell.id}
    named = [cell for cell in cells if _headers(cell)]
    if unknown := {word for cell in named for word in _headers(cell)} - known:
        yield rule.at(file.span_of(named[0]), "unknown", header=sorted(unknown)[0][:40])
    lonely = [
        cell
        for cell in cells
        if cell.standard == "TD"
        and _says_something(file, cell)
        and not _headers(cell)
        and not _is_spoken_for(file, grid, cell)
    ]
    if lonely:
        text = file.text_of(lonely[0])[:40]
        yield rule.at(file.span_of(lonely[0]), count=len(lonely), text=text)


def _says_something(file: TaggedFile, cell: Element) -> bool:
    """An empty cell, such as that in the corner, needs no header."""
    return bool(file.text_of(cell)) or any(item.alt for item in file.inside(cell))


def _headers(cell: Element) -> tuple[str, ...]:
    found = cell.attributes.get("Headers")
    return tuple(str(item) for item in found if item) if isinstance(found, tuple) else ()


def _is_spoken_for(file: TaggedFile, grid: Grid, cell: Element) -> bool:
    for way, others in (("row", grid.in_row_of(cell.index)), ("column", grid.above(cell.index))):
        for index in others:
            header = file.elements[index]
            scope = SPEAKS.get(str(header.attributes.get("Scope")), "")
            if header.standard == "TH" and way in scope:
                return True
    return False
