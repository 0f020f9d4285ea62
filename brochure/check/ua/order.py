"""ua/order: what follows in the tags lies below on the page, within its column.

Rationale: who listens hears the tags, who looks goes down a column; where both differ, one of them
gets the text in the wrong order (ISO 14289-1, 7.1; WCAG 1.3.2; Matterhorn 09-001; ORD2).
"""

from collections.abc import Iterator
from itertools import pairwise

from brochure.check.rule import Rule
from brochure.check.ua.scope import is_heading, is_within, tagged
from brochure.diagnostics import Diagnostic
from brochure.document.boxes import MM, Box
from brochure.document.tagged_file import Element, TaggedFile

WITHIN = ("Table", "Figure", "Note", "FENote", "Caption", "Form", "Formula")
Placed = tuple[Element, int, Box]


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each block that stands above the one before it, in the same column."""
    for (_, page, before), (block, on, box) in pairwise(_blocks(tagged(file), rule)):
        if on == page and _is_above(box, before, rule):
            text = file.text_of(block)[:40]
            yield rule.at(file.span(on, box), text=text, by=round((box.bottom - before.top) / MM))


def _blocks(file: TaggedFile, rule: Rule) -> Iterator[Placed]:
    for element in file.elements:
        if element.standard not in ("P", "LBody") and not is_heading(element):
            continue
        if len(file.text_of(element)) < rule.limit("least") or is_within(file, element, WITHIN):
            continue
        page, box = file.box_of(element)
        if box is not None:
            yield element, page, box


def _is_above(box: Box, before: Box, rule: Rule) -> bool:
    shared = min(box.right, before.right) - max(box.left, before.left)
    narrower = max(1.0, min(box.width, before.width))
    gap = rule.limit("gap_mm") * MM
    return shared / narrower > rule.limit("shared") and box.bottom > before.top + gap
