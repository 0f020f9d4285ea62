"""ua/odd-character: no character of the text is a private one or a sign of a failed one.

Rationale: a character of the private use area means something in one font only; U+FFFD says that
one was lost (ISO 14289-2, 8.4.3; TXT1). ActualText says what it stands for.
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile

PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
LOST = "\ufffd"


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each element with such characters, its own or those of its words."""
    for element in tagged(file).elements:
        if not element.own_contents and not element.alt and not element.actual:
            continue
        text = file.text_of(element) + (element.alt or "")
        if LOST in text:
            yield rule.at(file.span_of(element), "lost", text=text[:40])
        elif (private := PRIVATE.search(text)) and not (element.alt or element.actual):
            yield rule.at(file.span_of(element), code=f"U+{ord(private[0]):04X}")
