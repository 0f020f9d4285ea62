"""ua/private-use: no alternative or replacement text is made of private characters.

Rationale: they mean nothing outside of one font (ISO 14289-2, 8.4.3 and 8.6).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.odd_character import PRIVATE
from brochure.check.ua.scope import second_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each element whose words have one, and for bookmarks and links."""
    for element in second_part(file).elements:
        words = (element.alt, element.actual, element.expansion, element.title)
        if any(PRIVATE.search(word) for word in words if word):
            yield rule.at(file.span_of(element))
        bare = not (element.alt or element.actual) and element.own_contents
        if bare and PRIVATE.search(file.text_of(element)):
            yield rule.at(file.span_of(element), "text")
    for item in file.annotations:
        if item.contents and PRIVATE.search(item.contents):
            yield rule.at(file.span(item.page, item.box))
    if any(PRIVATE.search(item.title) for item in file.bookmarks):
        yield rule.of_file("bookmark")
