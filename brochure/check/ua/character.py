"""ua/character: every character that is shown has its Unicode.

Rationale: what has none is read as nothing, or as another letter, and cannot be searched (ISO
14289-1, 7.21.7; ISO 14289-2, 8.4.5.8; Matterhorn 10-001, 17-003, 31-027 to 31-029; TXT1).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each font with such codes, on the first page that shows it."""
    for font in tagged(file).fonts:
        where = file.span(font.page)
        if font.without_unicode:
            yield rule.at(where, font=font.name, count=len(font.without_unicode))
        if font.wrong_unicode:
            yield rule.at(where, "forbidden", font=font.name, count=len(font.wrong_unicode))
