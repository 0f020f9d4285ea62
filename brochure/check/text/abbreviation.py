"""text/abbreviation: a short form is spelled out where it stands first.

Rationale: who doesn't know it can't look it up in a leaflet (WCAG 3.1.4; StMUV, rules for PDF).
Short forms that everybody knows, and names in quotation marks, are left alone.
"""

import re
from collections.abc import Iterator

from brochure.check.rule import Rule
from brochure.check.text.listed import hit, listed
from brochure.diagnostics import Diagnostic
from brochure.document.writing import Passage, Writing

SHORT = re.compile(r"(?<![\w@/.])[A-ZÄÖÜ][A-Za-zÄÖÜäöü]?[A-ZÄÖÜ]{1,4}s?(?![\w@/])")
QUOTED = re.compile(r"[\"„“«»][^\"„“”«»]*[\"“”«»]")
ROMAN = re.compile(r"[IVXLCDM]+")


def findings(writing: Writing, rule: Rule) -> Iterator[Diagnostic]:
    """A finding for the first place of each short form that no words explain."""
    known, told = listed(writing, "known_abbreviations"), set[str]()
    for passage in writing.passages:
        quoted = [found.span() for found in QUOTED.finditer(passage.text)]
        for found in SHORT.finditer(passage.text):
            short = found[0].removesuffix("s")
            if short in told or known.fullmatch(short) or ROMAN.fullmatch(short):
                continue
            told.add(short)
            if not _is_explained(passage, found) and not _is_within(found.start(), quoted):
                yield rule.at(hit(writing, passage, *found.span()).span, word=short)


def _is_explained(passage: Passage, found: re.Match[str]) -> bool:
    """`Öffentlicher Nahverkehr (ÖPNV)` or `ÖPNV (öffentlicher Nahverkehr)`."""
    before, after = passage.text[: found.start()].rstrip(), passage.text[found.end() :].lstrip()
    return before.endswith(("(", "(kurz", "(kurz:", ", kurz", "kurz:")) or after.startswith("(")


def _is_within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)
