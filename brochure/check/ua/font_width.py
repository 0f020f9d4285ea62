"""ua/font-width: glyphs are as wide as the file says.

Rationale: else letters overlap or gape, and spaces are found where there are none (ISO 14289-1,
7.21.5; ISO 14289-2, 8.4.5.6; Matterhorn 31-016).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each font with glyphs of another width."""
    for font in tagged(file).fonts:
        if font.wrong_widths:
            first = font.wrong_widths[0]
            yield rule.at(
                file.span(font.page),
                font=font.name,
                count=len(font.wrong_widths),
                said=f"{first.said:g}",
                drawn=f"{first.drawn:g}",
            )
