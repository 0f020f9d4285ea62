"""ua/metadata: the file has XMP metadata that can be read.

Rationale: title, language and the claim of PDF/UA stand there (ISO 14289-1, 7.1; ISO 14289-2,
8.11.1; Matterhorn 06-001).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding where there is none."""
    if tagged(file).file.xmp is None:
        yield rule.of_file()
