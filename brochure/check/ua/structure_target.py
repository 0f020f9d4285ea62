"""ua/structure-target: links and bookmarks within the file lead to elements.

Rationale: a place on a page says nothing to who hears the tree (ISO 14289-2, 8.8).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import second_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each link, and one for all bookmarks, that lead to a page only."""
    for item in second_part(file).annotations:
        if item.structure_target is False:
            yield rule.at(file.span(item.page, item.box), target=item.target[:60])
    flat = [item for item in file.bookmarks if item.structure_target is False]
    if flat:
        yield rule.of_file("bookmarks", count=len(flat), title=flat[0].title[:40])
