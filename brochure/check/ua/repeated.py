"""ua/repeated: what is printed on every page is not read on every page.

Rationale: a running head between two halves of a sentence is a nuisance each time (ISO 14289-1,
7.8; Matterhorn 01-001, 18-001; ART2).
"""

from collections import defaultdict
from collections.abc import Iterator

from brochure.catalog.structure import standard_types
from brochure.check.rule import Rule
from brochure.check.ua.scope import is_within, plain, tagged
from brochure.diagnostics import Diagnostic
from brochure.document.boxes import MM
from brochure.document.tagged_file import Element, TaggedFile

WITHIN = ("Table", "Figure")
Place = tuple[str, int, int]


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each text that is tagged at the same place of several pages."""
    found: dict[Place, dict[int, Element]] = defaultdict(dict)
    for element in _blocks(tagged(file)):
        text = plain(file.text_of(element))
        page, box = file.box_of(element)
        if box and len(text) >= rule.limit("least") and not text.isdigit():
            place = text, round(box.left / MM), round(box.top / MM)
            found[place].setdefault(page, element)
    for pages in found.values():
        first = next(iter(pages.values()))
        if len(pages) >= rule.limit("pages") and not is_within(file, first, WITHIN):
            text = file.text_of(first)[:40]
            yield rule.at(file.span_of(first), text=text, count=len(pages))


def _blocks(file: TaggedFile) -> Iterator[Element]:
    """Elements of text that stand in no line of another one."""
    inline = standard_types("inline")
    for element in file.elements:
        parent = file.parent_of(element)
        is_alone = parent is None or len(parent.order) == 1
        if element.own_contents and (element.standard not in inline or is_alone):
            yield element
