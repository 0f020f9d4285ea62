"""ua/spaced-letters: no word is written letter by letter.

Rationale: «S o m m e r» is read as letters (TXT4). Space between letters belongs in the style.
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.ua.scope import tagged
from brochure.diagnostics import Diagnostic
from brochure.document.tagged_file import TaggedFile

SPACED = re.compile(r"(?<!\S)(?:[^\W\d_][ \u00a0\u2009\u202f]){4,}[^\W\d_](?!\S)")


def findings(file: TaggedFile, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each element with such a word."""
    for element in tagged(file).elements:
        if element.own_contents and (found := SPACED.search(file.text_of(element))):
            yield rule.at(file.span_of(element), text=found[0][:40])
