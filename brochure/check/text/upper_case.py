"""text/upper-case: words are typed in upper and lower case; capitals are set by the look.

Rationale: typed capitals are spelled by some screen readers, are harder to read, and lose ß and the
difference of names (DIN 1450; technique of `text-transform`, which keeps what was typed).
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import hit, listed
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing

CAPITALS = r"[^\W\d_a-zäöüß]{2,}(?:-[^\W\d_a-zäöüß]{2,})*"
RUN = re.compile(rf"(?<![\w@/.-]){CAPITALS}(?:[ \n\u00a0\u202f,]+{CAPITALS})*(?![\w@/-])")
ROMAN = re.compile(r"[IVXLCDM]+")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for each run of capitals that is too long for short forms."""
    known = listed(writing, "known_abbreviations")
    for passage in writing.passages:
        for found in RUN.finditer(passage.text):
            if not found[0].isupper():  # other scripts have no case
                continue
            words = re.findall(r"\w+", found[0])
            typed = [word for word in words if not (known.fullmatch(word) or ROMAN.fullmatch(word))]
            if sum(map(len, typed)) >= rule.limit("letters"):
                shown = hit(writing, passage, *found.span())
                yield rule.at(shown.span, words=shown.words)
