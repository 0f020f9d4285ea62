"""ua/table-fake: what looks like a table is one.

Rationale: read line by line, the cells of columns made of paragraphs lose what they belong to
(WCAG 1.3.1; Matterhorn 01-006, 15-004; FAKETAB).
"""

from collections.abc import Iterator, Sequence

from brochure.check.rule import Rule
from brochure.check.ua.scope import is_within, tagged
from brochure.diagnostics import Diagnostic
from brochure.document.boxes import MM, Box
from brochure.document.tagged_file import Element, TaggedFile

WITHIN = ("Table", "L", "TOC", "Figure", "Form")
Cell = tuple[Element, Box]


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each run of short paragraphs that stand in rows and columns."""
    run: list[Cell] = []
    page = 0
    for element in tagged(file).of_type("P"):
        on, box = file.box_of(element)
        text = file.text_of(element)
        is_cell = box is not None and 0 < len(text) <= rule.limit("most_letters")
        if not is_cell or on != page or is_within(file, element, WITHIN):
            yield from _told(file, run, rule)
            run, page = [], on
        if is_cell and box is not None and not is_within(file, element, WITHIN):
            run.append((element, box))
    yield from _told(file, run, rule)


def _told(file: TaggedFile, run: Sequence[Cell], rule: Rule) -> Iterator[Diagnostic]:
    rows = _rows(run)
    best: list[list[Cell]] = []
    here: list[list[Cell]] = []
    for row in rows:
        fits = here and _same_columns(here[-1], row)
        here = [*here, row] if fits else [row] if len(row) > 1 else []
        best = max(best, here, key=len)
    if len(best) >= rule.limit("rows"):
        first = best[0][0][0]
        yield rule.at(file.span_of(first), rows=len(best), columns=len(best[0]))


def _rows(run: Sequence[Cell]) -> list[list[Cell]]:
    """Neighbours that stand on one line, from left to right."""
    rows: list[list[Cell]] = []
    for cell in run:
        before = rows[-1][-1][1] if rows else None
        if before and abs(before.top - cell[1].top) < MM and cell[1].left > before.right:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return rows


def _same_columns(first: Sequence[Cell], second: Sequence[Cell]) -> bool:
    if len(first) != len(second) or len(first) < 2:
        return False
    pairs = zip(first, second, strict=True)
    return all(
        abs(one.left - other.left) < MM or abs(one.right - other.right) < MM
        for (_, one), (_, other) in pairs
    )
