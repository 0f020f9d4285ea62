"""One finding for a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from brochure.diagnostics.span import Span


class Severity(StrEnum):
    """How bad it is; the order of the members is the order of weight."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Diagnostic:
    """One finding: its code picks the sentence and the hint from `sentences/`.

    `values` fill the places in braces of that sentence, so that the same finding can be told in
    every language the catalogue knows.
    """

    code: str
    span: Span | None = None
    severity: Severity = Severity.ERROR
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(
        cls,
        code: str,
        /,
        span: Span | None = None,
        severity: Severity = Severity.ERROR,
        **values: object,
    ) -> "Diagnostic":
        """Make a finding, with the values of its sentence as keywords."""
        return cls(code, span, severity, tuple((key, str(value)) for key, value in values.items()))


class Problems(Exception):  # noqa: N818 - it carries findings, it is not one error
    """Raised by a stage that cannot go on; carries *all* it found, never only the first."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(f"{d.code} at {d.span}" for d in self.diagnostics))
