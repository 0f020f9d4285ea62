"""ua/font-set: a list of the glyphs of a subset is whole.

Rationale: ISO 14289-1, 7.21.4.2; Matterhorn 31-012 to 31-015. PDF 2.0 has no such lists.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import first_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each font whose CharSet or CIDSet lacks a glyph."""
    for font in first_part(file).fonts:
        if font.is_subset and font.set_is_whole is False:
            yield rule.at(file.span(font.page), font=font.name)
