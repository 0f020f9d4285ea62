"""ua/contents-parts: parts of a table of contents stand where they may.

Rationale: ISO 14289-1, 7.2; ISO 32000-1, table 333; Matterhorn 09-006.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.parts import misplaced
from brochure.check.ua.scope import first_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each part that stands elsewhere."""
    yield from misplaced(first_part(file), rule, ("TOC",))
    for contents in file.of_type("TOC"):
        if "Caption" in [kid.standard for kid in file.kids_of(contents)][1:]:
            yield rule.at(file.span_of(contents), "caption")
