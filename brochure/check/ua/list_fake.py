"""ua/list-fake: what looks like a list is one.

Rationale: a reader then says how many items there are, and lets one skip them (WCAG 1.3.1;
Matterhorn 16-003; FAKELIST).
"""

import re
from collections.abc import Iterator, Sequence

from brochure.check.rule import Rule
from brochure.check.ua.scope import is_within, tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import Element, TaggedFile

WITHIN = ("L", "TOC", "Table", "Note", "FENote", "Code", "Index", "Caption")
NUMBER = re.compile(r"(\d{1,2}|[a-z])[.)]\s+\S")


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each run of paragraphs that begin like items, and for one with several."""
    run: list[Element] = []
    for element in tagged(file).of_type("P"):
        if is_within(file, element, WITHIN):
            continue
        mark = _mark(file.text_of(element), rule)
        if mark and run and run[-1].end == element.index and run[-1].parent == element.parent:
            run.append(element)
            continue
        yield from _told(file, run, rule)
        run = [element] if mark else []
        yield from _within(file, element, rule)
    yield from _told(file, run, rule)


def _told(file: TaggedFile, run: Sequence[Element], rule: Rule) -> Iterator[Diagnostic]:
    marks = [_mark(file.text_of(element), rule) for element in run]
    is_counted = marks[:2] in (["1", "2"], ["a", "b"])
    is_bulleted = len(set(marks)) == 1 and not marks[0].isalnum()
    if len(run) > 1 and (is_counted or is_bulleted):
        text = file.text_of(run[0])[:40]
        yield rule.at(file.span_of(run[0]), count=len(run), text=text)


def _mark(text: str, rule: Rule) -> str:
    """The bullet or the number that a text begins with."""
    if text[:1] in rule.limits["bullets"] and text[1:2].isspace():
        return text[0]
    found = NUMBER.match(text)
    return found[1] if found else ""


def _within(file: TaggedFile, element: Element, rule: Rule) -> Iterator[Diagnostic]:
    """Several bullets in one paragraph, each after a line's end."""
    text = file.text_of(element)
    for bullet in rule.limits["certain"]:
        count = len(re.findall(rf"(?:^|\s){re.escape(bullet)}\s+\S", text))
        if count >= rule.limit("within"):
            yield rule.at(file.span_of(element), count=count, text=text[:40])
            return
