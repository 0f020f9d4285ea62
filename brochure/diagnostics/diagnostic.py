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
    variant: str = ""
    """Which of a code's sentences tells it, where one code has several: `layout/css/open`."""

    @classmethod
    def of(
        cls,
        code: str,
        /,
        span: Span | None = None,
        severity: Severity = Severity.ERROR,
        variant: str = "",
        **values: object,
    ) -> "Diagnostic":
        """Make a finding, with the values of its sentence as keywords."""
        filled = tuple((key, str(value)) for key, value in values.items())
        return cls(code, span, severity, filled, variant)

    @property
    def sentence(self) -> str:
        """The name of its sentence in the catalogue."""
        return f"{self.code}/{self.variant}" if self.variant else self.code


class Problems(Exception):  # noqa: N818 - it carries findings, it is not one error
    """Raised by a stage that cannot go on; carries *all* it found, never only the first."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(self.diagnostics)  # by which it is pickled

    def __str__(self) -> str:
        return "; ".join(f"{d.code} at {d.span}" for d in self.diagnostics)
