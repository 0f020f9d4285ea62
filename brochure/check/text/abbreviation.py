"""text/abbreviation: a short form is spelled out where it stands first.

Rationale: who doesn't know it can't look it up in a leaflet (WCAG 3.1.4; StMUV, rules for PDF).
Short forms that everybody knows, and names in quotation marks, are left alone.
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import Hit, hits, listed
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Writing

# Between other capitals it is one of several typed words, as in DIN EN ISO.
SHORT = re.compile(
    r"(?<![\w@/.])(?<![A-ZÄÖÜ]{2}\s)[A-ZÄÖÜ][A-Za-zÄÖÜäöü]?[A-ZÄÖÜ]{1,4}s?(?![\w@/]|\s[A-ZÄÖÜ]{2})"
)
QUOTED = re.compile(r"[\"„“«»][^\"„“”«»]{0,200}[\"“”«»]")
ROMAN = re.compile(r"[IVXLCDM]+")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for the first place of each short form that no words explain."""
    known, unfinished = listed(writing, "known_abbreviations"), listed(writing, "placeholders")
    told: set[str] = set()
    for hit in hits(writing, writing.passages, SHORT):
        short = hit.words.removesuffix("s")
        if short not in told and not any(
            form.fullmatch(short) for form in (known, unfinished, ROMAN)
        ):
            told.add(short)
            if not _is_explained(hit) and not _is_quoted(hit):
                yield rule.at(hit.span, word=short)


def _is_explained(hit: Hit) -> bool:
    """`Öffentlicher Nahverkehr (ÖPNV)` or `ÖPNV (öffentlicher Nahverkehr)`."""
    before, after = hit.passage.text[: hit.start].rstrip(), hit.passage.text[hit.end :].lstrip()
    return before.endswith(("(", "(kurz", "(kurz:", ", kurz", "kurz:")) or after.startswith("(")


def _is_quoted(hit: Hit) -> bool:
    quoted = (found.span() for found in QUOTED.finditer(hit.passage.text))
    return any(start <= hit.start < end for start, end in quoted)
