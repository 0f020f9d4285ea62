"""ua/language: the language of every text is known, and written as a language tag.

Rationale: it picks the voice that reads (ISO 14289-1, 7.2; ISO 14289-2, 8.4.4; WCAG 3.1.1 and
3.1.2; Matterhorn 11-001 to 11-006). A language of the file answers for all that has none of its
own.
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import Element, TaggedFile

TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
"""RFC 3066, which ISO 32000-1 names; BCP 47 keeps to it."""


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each kind of text without a language, and for each tag that is none."""
    if file.lang is not None and not TAG.fullmatch(file.lang):
        yield rule.of_file("syntax", tag=file.lang)
    for element in tagged(file).elements:
        if element.lang and not TAG.fullmatch(element.lang):
            yield rule.at(file.span_of(element), "syntax", tag=element.lang)
    if not file.lang:
        yield from _without(file, rule)


def _without(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """What no language of the file answers for."""
    texts = [element for element in _speechless(file) if _has_text(file, element)]
    if texts:
        yield rule.at(file.span_of(texts[0]), count=len(texts))
    words = [item for item in _speechless(file) if item.alt or item.actual or item.expansion]
    if words:
        yield rule.at(file.span_of(words[0]), "alt", count=len(words))
    if any(not item.lang for item in file.bookmarks):
        yield rule.of_file("bookmarks")
    told = [item for item in file.annotations if item.contents and not item.lang]
    if told:
        yield rule.at(file.span(told[0].page, told[0].box), "annotation", count=len(told))
    fields = [item for item in file.annotations if item.tooltip and not item.lang]
    if fields:
        yield rule.at(file.span(fields[0].page, fields[0].box), "field", count=len(fields))
    if file.title:
        yield rule.of_file("metadata")


def _speechless(file: TaggedFile) -> list[Element]:
    """The elements for which neither they nor one around them names a language."""
    known: list[bool] = []
    for element in file.elements:  # parents stand before their kids
        known.append(bool(element.lang) or (element.parent >= 0 and known[element.parent]))
    return [item for item, is_known in zip(file.elements, known, strict=True) if not is_known]


def _has_text(file: TaggedFile, element: Element) -> bool:
    if not element.own_contents:
        return False
    own = (item for item in file.contents_of(element) if item.element == element.index)
    return any(item.text.strip() and not item.lang for item in own)
