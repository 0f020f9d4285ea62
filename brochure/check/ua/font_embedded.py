"""ua/font-embedded: every font is in the file.

Rationale: else letters are shown by another font, or not at all (ISO 14289-1, 7.21.4.1; ISO
14289-2, 8.4.5.5.1; Matterhorn 31-009).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each font that is not, and for each whose program cannot be read."""
    for font in tagged(file).fonts:
        if not font.embedded and font.visible:
            yield rule.at(file.span(font.page), font=font.name)
        elif not font.readable:
            yield rule.at(file.span(font.page), "unreadable", Severity.WARNING, font=font.name)
