"""ua/old-type: no type is used that PDF/UA-2 has done away with.

Rationale: H has no level, and Note is FENote now (ISO 14289-2, 8.2.5.12 and 8.2.5.14).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import second_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile

INSTEAD = {"H": "H1", "Note": "FENote"}


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each such element."""
    for element in second_part(file).of_type(*INSTEAD):
        instead = INSTEAD[element.standard]
        yield rule.at(file.span_of(element), type=element.standard, instead=instead)
