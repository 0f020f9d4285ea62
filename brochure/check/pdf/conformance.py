"""pdf/conformance: what veraPDF says against a standard.

Rationale: a standard is claimed only when a validator has confirmed it for exactly this file.
"""

from collections.abc import Iterator

from brochure.catalog import Standard
from brochure.diagnostics import Diagnostic, Span
from brochure.tools.verapdf import Verdict


def failures(verdict: Verdict, standard: Standard) -> Iterator[Diagnostic]:
    """One finding a rule that the file breaks."""
    for failure in verdict.failures:
        yield Diagnostic.of(
            "pdf/conformance",
            Span(verdict.file.name),
            file=verdict.file.name,
            standard=standard.name,
            message=failure.description,
            clause=f"{failure.clause}-{failure.test}",
            count=failure.count,
        )
