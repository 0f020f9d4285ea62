"""text/link-words: the words of a link say where it leads.

Rationale: screen readers list the links of a document without the sentence around them, where
“here” and “more” say nothing and a bare address is spelled (WCAG 2.4.4, 2.4.9). On paper, “here”
can't be followed at all.
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import listed, shortened
from brochure.diagnostics import Diagnostic
from brochure.document.walk import KeyPath
from brochure.document.writing import Writing

ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each link whose words don't name its target."""
    empty = listed(writing, "link_words")
    targets: dict[str, str] = {}
    for path, words, target in _links(writing):
        span = writing.place(path, words)
        plain = " ".join(words.split()).strip(" .…!>»→").casefold()
        if empty.fullmatch(plain):
            yield rule.at(span, words=shortened(words))
        elif ADDRESS.fullmatch(words.strip()) and len(words) > rule.limit("address_letters"):
            yield rule.at(span, "address", words=shortened(words))
        elif plain and targets.setdefault(plain, target) != target:
            yield rule.at(span, "repeated", words=shortened(words), other=targets[plain])


def _links(writing: Writing) -> Iterator[tuple[KeyPath, str, str]]:
    """Place, words and target of each link, in texts and on lines of their own."""
    for passage in writing.passages:
        for words, target in passage.paragraph.links:
            yield passage.path, words, target
        if passage.path[-2:] == ("link", "label"):
            yield passage.path, passage.text, _target(writing, passage.path)


def _target(writing: Writing, path: KeyPath) -> str:
    value: object = writing.source.document
    for step in path[:-1]:
        value = value[step] if isinstance(value, tuple) else getattr(value, str(step))  # type: ignore[index]
    return str(getattr(value, "url", ""))
