"""ua/bookmarks: there are bookmarks, and they are the headings.

Rationale: from a few pages on nobody wants to turn leaf by leaf (WCAG 2.4.5; ISO 14289-1, 7.17;
NAV1).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import headings, plain, tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding where there are none, and for those that lead to no heading."""
    pages, found = len(tagged(file).file.pages), list(headings(file))
    if not file.bookmarks:
        if pages >= rule.limit("pages") and len(found) >= rule.limit("headings"):
            yield rule.of_file(pages=pages)
        return
    named = [*found, *file.of_type("Title", "H", "Caption")]
    said = {_letters(file.text_of(item)) for item in named}
    lost = [item for item in file.bookmarks if found and _letters(item.title) not in said]
    if len(lost) > rule.limit("others") * len(file.bookmarks):
        yield rule.of_file("differ", count=len(lost), title=lost[0].title[:60])
    if nowhere := [item for item in file.bookmarks if not item.page]:
        yield rule.of_file("nowhere", count=len(nowhere), title=nowhere[0].title[:60])


def _letters(title: str) -> str:
    """What is compared: where a line ends in a heading, the bookmark may have no space."""
    return plain(title).replace(" ", "")
