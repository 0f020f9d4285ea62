"""ua/title: the title in the metadata says which document this is.

Rationale: it is read first, and shown on the tab (ISO 14289-1, 7.1; ISO 14289-2, 8.11.1; WCAG
2.4.2; Matterhorn 06-003, 06-004). The name of a file or a program's placeholder tells nobody
anything.
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for a title that is missing, is no title, or is too long."""
    title = (tagged(file).title or "").strip()
    if file.file.xmp is None:
        return  # of which `ua/metadata` tells
    if not title:
        yield rule.of_file()
    elif re.search("|".join(rule.limits["placeholders"]), title, re.IGNORECASE):
        yield rule.of_file("placeholder", title=title[:80])
    elif len(title) > rule.limit("most"):
        yield rule.of_file("long", Severity.WARNING, count=len(title))
