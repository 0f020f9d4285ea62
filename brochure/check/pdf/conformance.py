"""pdf/conformance: what veraPDF says against a standard.

Rationale: a standard is claimed only when a validator has confirmed it for exactly this file.
"""

from collections.abc import Iterator

from brochure.catalog import Standard
from brochure.check.rule import Rule
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.validation import Validation
from brochure.tools.verapdf import Verdict


def findings(validation: Validation, rule: Rule) -> Iterator[Diagnostic]:
    """One finding a rule that the file breaks."""
    file = validation.verdict.file.name
    for failure in validation.verdict.failures:
        yield rule.at(
            Span(file),
            file=file,
            standard=validation.standard.name,
            message=failure.description,
            clause=f"{failure.clause}-{failure.test}",
            count=failure.count,
        )


def failures(verdict: Verdict, standard: Standard) -> Iterator[Diagnostic]:
    """The same of a file that has just been built: nothing less than an error."""
    yield from findings(Validation(verdict, standard), Rule("pdf/conformance", Severity.ERROR))
