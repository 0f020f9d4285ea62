"""Tables: one Table however many pages it takes, with header cells that are found by their cells.

Rows and cells come from the HTML, so that an empty cell is there too (PDF/UA-1 7.5). Headers are
assigned as HTML does it (https://html.spec.whatwg.org/multipage/tables.html#header-and-data-cell-semantics),
by column, row and span; both Scope and Headers are written, since readers know one or the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from brochure.document.structure import Attribute
from brochure.pdf.tags.node import Kid, Node
from brochure.pdf.tags.piece import Element
from brochure.pdf.tags.reading import Reading

GROUPS = {"thead": "THead", "tbody": "TBody", "tfoot": "TFoot"}
SCOPES = {"row": "Row", "rowgroup": "Row", "col": "Column", "colgroup": "Column"}


@dataclass
class Cell:
    """A cell at its place in the grid."""

    element: Element
    node: Node
    row: int
    column: int
    rows: int
    columns: int
    scope: str | None
    """`Row` or `Column` of a header cell."""


def table(reading: Reading, element: Element) -> list[Kid]:
    """A table with caption, groups of rows, rows and cells."""
    kids: list[Kid] = []
    rows: list[tuple[Element, Node]] = []
    for child in element:
        if child.tag == "caption":
            if caption := reading.kids(child):
                kids.append(Node("Caption", caption))
        elif child.tag in GROUPS:
            group = [(row, Node("TR", anchor=row.get("id"))) for row in child if row.tag == "tr"]
            rows += group
            kids += [reading.node(GROUPS[child.tag], child, [node for _, node in group])]
        elif child.tag == "tr":
            rows.append((child, Node("TR", anchor=child.get("id"))))
            kids.append(rows[-1][1])
    _assign_headers(reading, list(_cells(reading, rows)))
    return [reading.node("Table", element, kids)]


def _cells(reading: Reading, rows: list[tuple[Element, Node]]) -> Iterator[Cell]:
    """Each cell at the first place of its row that no span from above has taken."""
    taken: set[tuple[int, int]] = set()
    for number, (row, node) in enumerate(rows):
        column = 0
        for element in row:
            if element.tag not in ("th", "td"):
                continue
            while (number, column) in taken:
                column += 1
            cell = _cell(reading, element, number, column)
            places = (
                (number + y, column + x) for y in range(cell.rows) for x in range(cell.columns)
            )
            taken.update(places)
            node.kids += reading.with_language(element, [cell.node])
            yield cell


def _cell(reading: Reading, element: Element, row: int, column: int) -> Cell:
    rows, columns = _span(element, "rowspan"), _span(element, "colspan")
    node = reading.node(element.tag.upper(), element, reading.kids(element))
    spans = (("RowSpan", rows), ("ColSpan", columns))
    node.attributes = [Attribute("Table", name, span) for name, span in spans if span > 1]
    scope = None
    if element.tag == "th":
        scope = SCOPES.get(element.get("scope") or "") or _scope_by_place(row, column)
        node.id = reading.new_id("th")
        node.attributes.insert(0, Attribute("Table", "Scope", f"/{scope}"))
    return Cell(element, node, row, column, rows, columns, scope)


def _scope_by_place(row: int, column: int) -> str:
    """A header cell that says nothing: at the side it is its row's, else its column's."""
    return "Row" if column == 0 and row > 0 else "Column"


def _span(element: Element, name: str) -> int:
    value = element.get(name) or "1"
    return max(1, int(value)) if value.isdigit() else 1


def _assign_headers(reading: Reading, cells: list[Cell]) -> None:
    headers = [cell for cell in cells if cell.scope]
    for cell in cells:
        if cell.scope:
            continue
        names = _named(reading, cell, headers) or [
            str(header.node.id) for header in headers if _heads(header, cell)
        ]
        if names:
            cell.node.attributes.append(Attribute("Table", "Headers", tuple(names)))


def _named(reading: Reading, cell: Cell, headers: list[Cell]) -> list[str]:
    """Headers that the author named (`headers="a b"`)."""
    asked = (cell.element.get("headers") or "").split()
    return [str(h.node.id) for name in asked for h in headers if h.element.get("id") == name]


def _heads(header: Cell, cell: Cell) -> bool:
    if header.scope == "Row":
        return (
            header.column < cell.column
            and header.row < cell.row + cell.rows
            and cell.row < header.row + header.rows
        )
    return (
        header.row < cell.row
        and header.column < cell.column + cell.columns
        and cell.column < header.column + header.columns
    )
