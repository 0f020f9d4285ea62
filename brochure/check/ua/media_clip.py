"""ua/media-clip: a film or a sound says of what kind it is and what it shows.

Rationale: ISO 14289-1, 7.18.6.2; Matterhorn 28-014, 28-015.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each clip that lacks CT or Alt."""
    for clip in tagged(file).clips:
        if not clip.has_type:
            yield rule.of_file()
        if not clip.has_alt:
            yield rule.of_file("alt")
