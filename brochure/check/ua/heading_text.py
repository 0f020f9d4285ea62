"""ua/heading-text: headings are there, and say something.

Rationale: they are the way through a document for who cannot skim it (WCAG 2.4.6; Matterhorn
14-001; HEAD2).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import headings, tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a file without headings, and for each that is empty or too long."""
    found = [*headings(tagged(file)), *file.of_type("H", "Title")]
    words = len(file.text.split())
    if not found and words >= rule.limit("words"):
        yield rule.of_file("none", words=words)
    for heading in found:
        text = file.text_of(heading)
        if not text and not any(item.alt for item in file.inside(heading)) and not heading.alt:
            yield rule.at(file.span_of(heading), "empty")
        elif len(text) > rule.limit("most"):
            yield rule.at(file.span_of(heading), "long", count=len(text), text=text[:60])
