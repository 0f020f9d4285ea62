"""ua/font-gid-map: an embedded TrueType font says which glyph each CID is.

Rationale: ISO 14289-1, 7.21.3.2; ISO 14289-2, 8.4.5.3.2; Matterhorn 31-004, 31-005.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each that has no CIDToGIDMap, or one that is neither a map nor Identity."""
    for font in tagged(file).fonts:
        is_asked = font.descendant == "CIDFontType2" and font.embedded
        if is_asked and font.gid_map not in ("stream", "Identity"):
            yield rule.at(file.span(font.page), font=font.name)
