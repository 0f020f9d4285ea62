"""text/typed-breaks: where lines may break is left to the look and the language.

Rationale: brochure hyphenates words and sets spaces that don't break by the language's rules. Soft
hyphens and no-break spaces typed by hand are right for one format and can't be seen in the file.
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing

TYPED = {"\u00ad": "soft-hyphen", "\u00a0": "", "\u202f": ""}
SIGN = re.compile(f"[{''.join(TYPED)}]")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each kind of such a sign in a text, with their number."""
    for _, text, start in writing.written():
        for variant in dict.fromkeys(TYPED.values()):
            found = [item for item in SIGN.finditer(text) if TYPED[item[0]] == variant]
            if found:
                yield rule.at(writing.span_at(start + found[0].start()), variant, count=len(found))
