"""Lists that need an entry, tables whose rows need a cell a column."""

from collections.abc import Iterator

from brochure.content.rules.known import Known, Rule
from brochure.content.shape import Item
from brochure.diagnostics import Diagnostic
from brochure.document.blocks import ListBlock, StepsBlock, StrategyDiagram, Table
from brochure.document.document import Publication
from brochure.document.printing import Print

# An empty list or table would be an empty element in the structure tree of the PDF.
ROWS_AND_ITEMS: tuple[tuple[type, str], ...] = (
    (ListBlock, "list"),
    (StepsBlock, "steps"),
    (StrategyDiagram, "levels"),
    (Table, "columns"),
    (Table, "rows"),
    (Publication, "languages"),
    (Publication, "formats"),
    (Publication, "profiles"),
)

# Each entry makes an edition or files of its own, which would lie in the same place, or a mark.
NAMED_ONCE: tuple[tuple[type, str], ...] = (
    (Publication, "languages"),
    (Publication, "formats"),
    (Publication, "profiles"),
    (Print, "marks"),
)


def filled_list(key: str) -> Rule:
    """The rule that a list has at least one entry."""

    def rule(known: Known, item: Item) -> Iterator[Diagnostic]:
        if item.value.get(key) == []:
            span = known.values.place((*item.path, key))
            yield Diagnostic.of("content/empty-list", span, key=key)

    return rule


def listed_once(key: str) -> Rule:
    """The rule that a list names nothing twice."""

    def rule(known: Known, item: Item) -> Iterator[Diagnostic]:
        value = item.value.get(key)
        names = value if isinstance(value, list) else []
        for index, name in enumerate(names):
            if isinstance(name, str) and name in names[:index]:
                span = known.values.place((*item.path, key, index))
                yield Diagnostic.of("content/listed-twice", span, key=key, name=name)

    return rule


def table_rule(known: Known, table: Item) -> Iterator[Diagnostic]:
    """A row has as many cells as the table has columns."""
    columns, rows = table.value.get("columns"), table.value.get("rows")
    if not isinstance(columns, list) or not isinstance(rows, list):
        return
    for index, row in enumerate(rows):
        cells = row.get("cells") if isinstance(row, dict) else None
        if isinstance(cells, list) and len(cells) != len(columns):
            span = known.values.place((*table.path, "rows", index, "cells"))
            code = "content/table-cells"
            yield Diagnostic.of(code, span, cells=len(cells), columns=len(columns))
