"""ua/caption-place: a caption is the first or the last thing in what it explains.

Rationale: ISO 14289-2, 8.2.5.27.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import second_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each element with a Caption in its midst."""
    for element in second_part(file).elements:
        if "Caption" in [kid.standard for kid in file.kids_of(element)][1:-1]:
            yield rule.at(file.span_of(element), type=element.standard or element.type)
