"""ua/link-targets: a Link leads to one place.

Rationale: pieces of one link may stand on two lines; two targets are two links (ISO 14289-2,
8.2.5.20).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import second_part
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each Link whose annotations lead to several places."""
    for link in second_part(file).of_type("Link", "Reference"):
        targets = {file.annotations[at].target for at in link.annotations}
        if len(targets) > 1:
            yield rule.at(file.span_of(link), count=len(targets))
