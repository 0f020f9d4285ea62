"""ua/content: all that is painted is tagged or an artifact, never both.

Rationale: what is neither is not there for who cannot see it (ISO 14289-1, 7.1; ISO 14289-2,
8.2.2; Matterhorn 01-003 to 01-005).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.pdf_file import PdfPage
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding a page for what is unmarked, and for each way of nesting that is wrong."""
    for page in tagged(file).file.pages:
        yield from _unmarked(file, page, rule)
        for nesting in sorted({mark.nesting for mark in page.marks} - {""}):
            yield rule.at(file.span(page.number), nesting.replace(" ", "-"))


def _unmarked(file: TaggedFile, page: PdfPage, rule: Rule) -> Iterator[Diagnostic]:
    found = [
        item
        for item in page.objects
        if item.origin == "page"
        and item.graphics.mark.mcid is None
        and not item.graphics.mark.artifact
    ]
    if found:
        kinds = ", ".join(dict.fromkeys(item.kind for item in found))
        yield rule.at(file.span(page.number, found[0].box), kinds=kinds, count=len(found))
