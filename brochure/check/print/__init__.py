"""Whether a PDF can be printed: rules of PDF/X-4, of GWG 2022 and of print shops, one a file."""

import sys
from collections.abc import Iterator

from brochure.catalog import Variant
from brochure.check.print.rule import Paper, Rule
from brochure.check.registry import Check, Outcome, Skipped, checks_of
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.pdf_file import PdfFile

__all__ = ["OFF", "Outcome", "Paper", "judged", "rules"]

OFF = "off"


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
            yield Outcome(id_, "skipped", reason="print/skipped/off")
            continue
        level = Severity(asked["level"])
        yield _outcome(check, file, Rule(id_, level, asked, file.name, paper, scale, distance))


def _outcome(check: Check, file: PdfFile, rule: Rule) -> Outcome:
    try:
        found = tuple(check.findings(file, rule))
    except Skipped as skipped:
        return Outcome(check.id, "skipped", reason=skipped.reason)
    except Exception as error:  # a rule that fails must be seen, and keep no other from its work
        told = f"{type(error).__name__}: {error}".splitlines()[0]
        finding = Diagnostic.of("print/crashed", Span(file.name), rule=check.id, error=told)
        return Outcome(check.id, "crashed", (finding,))
    return Outcome(check.id, "found" if found else "passed", found)
