"""ua/repeated: what is printed on every page is not read on every page.

Rationale: a running head between two halves of a sentence is a nuisance each time (ISO 14289-1,
7.8; Matterhorn 01-001, 18-001; ART2).
"""

from collections import defaultdict
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import is_within, plain, tagged
from brochure.diagnostics import Diagnostic
from brochure.document.boxes import MM
from brochure.document.tagged_file import Content, TaggedFile

WITHIN = ("Table", "Figure", "Link")
Place = tuple[str, int, int]


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each text that is tagged at the same place of several pages."""
    found: dict[Place, dict[int, Content]] = defaultdict(dict)
    for item in tagged(file).contents:
        text = plain(item.text)
        if item.box and len(text) >= rule.limit("least") and not text.isdigit():
            left, top = round(item.box.left / MM), round(item.box.top / MM)
            found[text, left, top].setdefault(item.page, item)
    for pages in found.values():
        first = next(iter(pages.values()))
        is_part = is_within(file, file.elements[first.element], WITHIN)
        if len(pages) >= rule.limit("pages") and not is_part:
            where = file.span(first.page, first.box)
            yield rule.at(where, text=first.text.strip()[:40], count=len(pages))
