"""ua/encryption: a protected file lets assistive technology read it.

Rationale: bit 10 of P is the only permission that screen readers need (ISO 14289-1, 7.16;
Matterhorn 26-001, 26-002).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile

BIT_10 = 512


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a protected file that does not allow it."""
    if not file.file.encrypted:
        return
    if file.permissions is None:
        yield rule.of_file("unknown")
    elif not file.permissions & BIT_10:
        yield rule.of_file()
