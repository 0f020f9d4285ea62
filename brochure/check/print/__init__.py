"""Whether a PDF can be printed: rules of PDF/X-4, of GWG 2022 and of print shops, one a file."""

import sys
from collections.abc import Iterator

from brochure.catalog import Variant
from brochure.check.print.rule import Paper, PrintRule
from brochure.check.registry import OFF, Check, Outcome, checks_of, outcome, switched_off
from brochure.diagnostics import Severity
from brochure.document.pdf_file import PdfFile

__all__ = ["OFF", "Outcome", "Paper", "judged", "rules"]


def rules() -> dict[str, Check]:
    """All rules by their ids."""
    return dict(checks_of(sys.modules[__name__]))


def judged(
    file: PdfFile,
    variant: Variant,
    paper: Paper | None = None,
    *,
    scale: float = 1.0,
    distance: float | None = None,
) -> Iterator[Outcome]:
    """How each rule ends for a file; a variant must say something of each, and know no others."""
    known = rules()
    if known.keys() != variant.rules.keys():
        raise LookupError(sorted(known.keys() ^ variant.rules.keys()))
    for id_, check in known.items():
        asked = variant.rules[id_]
        if asked["level"] == OFF:
            yield switched_off(id_)
            continue
        level = Severity(asked["level"])
        rule = PrintRule(id_, level, asked, file.name, paper, scale, distance)
        yield outcome(check, file, rule)
