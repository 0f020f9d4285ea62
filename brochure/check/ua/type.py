"""ua/type: every type leads to a standard type, and no standard type to another one.

Rationale: readers know the standard types only (ISO 14289-1, 7.1; ISO 14289-2, 8.2.4; Matterhorn
02-001, 02-003, 02-004).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import Element, TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each type that is mapped wrongly, where it is first used."""
    first: dict[tuple[str, str], Element] = {}
    for element in tagged(file).elements:
        if element.mapping and element.type:
            first.setdefault((element.type, element.mapping), element)
    for (type_, fault), element in first.items():
        yield rule.at(file.span_of(element), fault, type=type_[:60])
