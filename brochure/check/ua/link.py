"""ua/link: a link stands in a Link, directly.

Rationale: else a screen reader does not say that it is one (ISO 14289-1, 7.18.5; ISO 14289-2,
8.2.5.20; Matterhorn 28-011; LNK5).
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each link that the tree holds elsewhere, or not at all."""
    allowed = ("Link", "Reference") if tagged(file).is_second_part else ("Link",)
    for item in file.annotations:
        if item.subtype != "Link" or item.is_hidden:
            continue
        where = file.span(item.page, item.box)
        if item.parent < 0:
            yield rule.at(where, target=item.target[:60])
        elif (holder := file.elements[item.parent]).standard not in allowed:
            yield rule.at(where, "elsewhere", holder=holder.standard or holder.type)
