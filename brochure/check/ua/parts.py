"""Which parts stand in which elements, as `catalog/data/structure/parts.toml` says.

Rationale: tables, lists and contents are asked the same, with other types.
"""

from collections.abc import Iterable, Iterator

from brochure.catalog.structure import kids_of_part, parents_of_part
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import PLAIN, TaggedFile


def misplaced(file: TaggedFile, rule: Rule, holders: Iterable[str]) -> Iterator[Diagnostic]:
    """A finding for each kid that one of these may not hold, and each that stands in none."""
    wanted = set(holders)
    for element in file.elements:
        if element.standard == PLAIN:
            continue
        parent = file.parent_of(element)
        above = parent.standard if parent else "StructTreeRoot"
        allowed = kids_of_part(above) if above in wanted else None
        needed = parents_of_part(element.standard)
        is_ours = needed is not None and bool(wanted & needed)
        is_wrong_kid = allowed is not None and element.standard not in allowed
        is_wrong_place = is_ours and needed is not None and above not in needed
        if is_wrong_kid or is_wrong_place:
            part = element.standard or element.type
            yield rule.at(file.span_of(element), part=part[:40], holder=above)
