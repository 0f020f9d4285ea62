"""ua/font-glyph: every glyph that is shown is in its font, and none is the sign of a missing one.

Rationale: a box instead of a letter is read as nothing (ISO 14289-1, 7.21.4.1 and 7.21.8; ISO
14289-2, 8.4.5.5.1 and 8.4.5.9; Matterhorn 31-011, 31-030).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each font with such codes."""
    for font in tagged(file).fonts:
        where = file.span(font.page)
        if font.missing:
            yield rule.at(where, font=font.name, count=len(font.missing))
        if font.not_defined:
            yield rule.at(where, "notdef", font=font.name, count=len(font.not_defined))
