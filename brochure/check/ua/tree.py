"""ua/tree: the structure tree is a tree.

Rationale: an element without a type or a parent, or one that is met twice, leaves readers in a
circle or without what is in it (ISO 32000-1, 14.7.2; ISO 14289-1, 7.1).
"""

from collections import Counter
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.tagged_file import TaggedFile

DOUBTFUL = ("wrong-kid", "too-deep", "too-many")
"""What readers get over, and what was too much for us."""


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each kind of fault, at the first one."""
    counted = Counter(fault.kind for fault in tagged(file).faults)
    for kind, count in counted.items():
        first = next(fault for fault in file.faults if fault.kind == kind)
        where = file.span_of(file.elements[first.element]) if first.element >= 0 else None
        level = Severity.WARNING if kind in DOUBTFUL else rule.level
        yield rule.at(where, kind, level, type=first.detail or "?", count=count)
