"""ua/heading-fake: what looks like a heading is one.

Rationale: a large or bold line is no heading for who cannot see it (WCAG 1.3.1; Matterhorn 14-001;
FAKEHEAD).
"""

from collections import Counter
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import is_heading, is_within, tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import Element, TaggedFile

WITHIN = ("Table", "L", "TOC", "Note", "FENote", "Caption", "Figure", "Aside", "BlockQuote", "Form")
Look = tuple[float, bool]


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each short paragraph that stands out, before one of plain text."""
    body = _body(tagged(file))
    blocks = [item for item in file.elements if is_heading(item) or item.standard == "P"]
    for at, one in enumerate(blocks[:-1]):
        after = blocks[at + 1]
        if one.standard != "P" or _goes_with_heading(file, one) or is_within(file, one, WITHIN):
            continue
        if not _is_its_text(file, one, after, rule):
            continue
        if _stands_out(file, one, body, rule) and not _stands_out(file, after, body, rule):
            yield rule.at(file.span_of(one), text=file.text_of(one)[:60])


def _goes_with_heading(file: TaggedFile, one: Element) -> bool:
    """Whether it comes right after a heading: a second line, or a name below the title."""
    before = file.elements[one.index - 1] if one.index else one
    return any(
        is_heading(item) and item.end == one.index for item in (before, *file.around(before))
    )


def _is_its_text(file: TaggedFile, one: Element, after: Element, rule: Rule) -> bool:
    """Whether what comes next could be what stands under a heading."""
    is_beside = after.standard == "P" and after.parent == one.parent
    return is_beside and len(file.text_of(after)) >= rule.limit("text")


def _body(file: TaggedFile) -> Look:
    """Size and weight of most of the text."""
    counted: Counter[Look] = Counter()
    for item in file.contents:
        counted[round(item.size, 1), item.bold] += len(item.text)
    return counted.most_common(1)[0][0] if counted else (0.0, False)


def _stands_out(file: TaggedFile, element: Element, body: Look, rule: Rule) -> bool:
    text = file.text_of(element)
    if not 3 <= len(text) <= rule.limit("most_letters") or text[-1] in rule.limits["ends"]:
        return False
    shown = [item for item in file.contents_of(element) if item.text.strip()]
    if not shown or not any(sign.isalpha() for sign in text):
        return False
    is_larger = min(item.size for item in shown) >= body[0] * rule.limit("larger")
    is_bolder = all(item.bold for item in shown) and not body[1]
    is_not_smaller = min(item.size for item in shown) >= body[0] - 0.2
    return is_larger or (is_bolder and is_not_smaller)
