"""ua/printer-mark: printer's marks are not in the tree.

Rationale: they are for the knife (ISO 14289-1, 7.18.8; ISO 14289-2, 8.9.2.4.14; Matterhorn 28-017,
28-018).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each that an element holds."""
    for item in tagged(file).annotations:
        is_held = max(item.parent, item.element) >= 0
        if item.subtype == "PrinterMark" and is_held and not item.is_hidden:
            yield rule.at(file.span(item.page, item.box))
