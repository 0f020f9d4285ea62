"""print/spot-name: one spot colour has one name.

Rationale: two spellings make two plates for one ink; PANTONE 485 C and U are the same ink on
different paper (GWG 2022 R0021, R0022, R0023).
"""

from collections.abc import Callable, Iterator
from itertools import combinations
from unicodedata import normalize

from brochure.check.print.rule import PrintRule
from brochure.check.print.spots import spots_of
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.colour import ColourSpace
from brochure.document.pdf_file import PdfFile


def findings(file: PdfFile, rule: PrintRule) -> Iterator[Diagnostic]:
    """A finding for each two names that mean one ink."""
    spots = spots_of(file)
    suffix = _without(tuple(rule.limits["suffixes"]))
    for one, other in combinations(sorted(spots), 2):
        if _folded(one) == _folded(other):
            yield rule.of_file(one=one, other=other)
        elif suffix(one) == suffix(other):
            yield rule.of_file("suffix", Severity.WARNING, one=one, other=other)
        elif _look_alike(spots[one], spots[other]):
            yield rule.of_file("look", one=one, other=other)


def _folded(name: str) -> str:
    """A name without its case and the form of its signs."""
    return " ".join(normalize("NFKC", name).casefold().split())


def _without(suffixes: tuple[str, ...]) -> Callable[[str], str]:
    def stem(name: str) -> str:
        words = _folded(name).split()
        return " ".join(words[:-1] if len(words) > 1 and words[-1] in suffixes else words)

    return stem


def _look_alike(one: ColourSpace, other: ColourSpace) -> bool:
    single = one.family == other.family == "Separation"
    return single and bool(one.tint) and one.tint == other.tint
