"""ua/list-parts: parts of lists stand where they may.

Rationale: a reader tells how many items there are, and which it is (ISO 14289-1, 7.2; ISO 32000-1,
table 336; Matterhorn 09-005).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.parts import misplaced
from brochure.check.ua.scope import first_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each part that stands elsewhere."""
    yield from misplaced(first_part(file), rule, ("L", "LI"))
    for list_ in file.of_type("L"):
        if "Caption" in [kid.standard for kid in file.kids_of(list_)][1:]:
            yield rule.at(file.span_of(list_), "caption")
