"""text/upper-case: words are typed in upper and lower case; capitals are set by the look.

Rationale: typed capitals are spelled by some screen readers, are harder to read, and lose ß and the
difference of names (DIN 1450; technique of `text-transform`, which keeps what was typed).
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import hits, listed
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing

CAPITALS = r"[^\W\d_a-zäöüß]{2,}(?:-[^\W\d_a-zäöüß]{2,})*"
RUN = re.compile(rf"(?<![\w@/.-]){CAPITALS}(?:[ \n\u00a0\u202f,]+{CAPITALS})*(?![\w@/-])")
ROMAN = re.compile(r"[IVXLCDM]+")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each run of capitals that is too long for short forms."""
    known = listed(writing, "known_abbreviations")
    for hit in hits(writing, writing.passages, RUN):
        words = re.findall(r"\w+", hit.words)
        typed = [word for word in words if not (known.fullmatch(word) or ROMAN.fullmatch(word))]
        # Scripts without upper and lower case are no capitals.
        if hit.words.isupper() and sum(map(len, typed)) >= rule.limit("letters"):
            yield rule.at(hit.span, words=hit.words)
