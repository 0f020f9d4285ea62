"""ua/link-words: a link says in words where it leads.

Rationale: a screen reader's list of links shows Contents (ISO 14289-1, 7.18.5; Matterhorn 28-004,
28-012; LNK2). The bare address is better than nothing, and no words.
"""

from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import first_part, plain
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.tagged_file import TaggedAnnotation, TaggedFile


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each link without words, and for each that says its target only."""
    for item in first_part(file).annotations:
        if item.subtype != "Link" or item.is_hidden:
            continue
        where = file.span(item.page, item.box)
        if not item.contents:
            yield rule.at(where, target=item.target[:60])
        elif _is_target(file, item):
            yield rule.at(where, "target", Severity.WARNING, words=item.contents[:60])


def _is_target(file: TaggedFile, item: TaggedAnnotation) -> bool:
    """Whether the words are the target, though words of the text stand there."""
    if not item.target or plain(item.contents or "") != plain(item.target):
        return False
    text = file.text_of(file.elements[item.parent]) if item.parent >= 0 else ""
    return bool(text) and plain(text) not in plain(item.target)
