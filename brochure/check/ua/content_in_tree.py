"""ua/content-in-tree: each piece of tagged content stands in the tree, in one place.

Rationale: content with a number that no element holds is neither read nor skipped on purpose, and
veraPDF passes it (ISO 32000-1, 14.7.4; ISO 14289-1, 7.1; ART1).
"""

from collections import Counter
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.pdf_file import PdfPage
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding a page for what the tree lacks, holds twice, or holds though it is not there."""
    held = Counter((item.page, item.stream, item.mcid) for item in tagged(file).contents)
    for page in file.file.pages if file.complete else ():
        yield from _orphans(file, page, held, rule)
        counted = Counter(
            mark.mcid for mark in page.marks if mark.piece == mark.serial and not mark.stream
        )
        again = [mcid for mcid, count in counted.items() if count > 1 and mcid is not None]
        twice = again or [k[2] for k, count in held.items() if k[0] == page.number and count > 1]
        if twice:
            yield rule.at(file.span(page.number), "twice", count=len(twice), mcid=twice[0])
    lost = [item for item in file.contents if not item.found]
    if lost and file.complete:
        where = file.span_of(file.elements[lost[0].element])
        yield rule.at(where, "missing", Severity.WARNING, count=len(lost))


def _orphans(
    file: TaggedFile, page: PdfPage, held: Counter[tuple[int, str, int]], rule: Rule
) -> Iterator[Diagnostic]:
    found = [
        item
        for item in page.objects
        if (mark := item.graphics.mark).mcid is not None
        and not mark.artifact
        and item.origin == "page"
        and (page.number, mark.stream, mark.mcid) not in held
    ]
    if found:
        pieces = len({(item.graphics.mark.stream, item.graphics.mark.mcid) for item in found})
        yield rule.at(file.span(page.number, found[0].box), count=pieces)
