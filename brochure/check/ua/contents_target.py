"""ua/contents-target: an entry of the contents says to which part it leads.

Rationale: ISO 14289-2, 8.2.5.8: a TOCI, or what is in it, has Ref.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import second_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each TOCI without Ref."""
    for entry in second_part(file).of_type("TOCI"):
        if not any(item.refs for item in (entry, *file.inside(entry))):
            yield rule.at(file.span_of(entry), text=file.text_of(entry)[:40])
