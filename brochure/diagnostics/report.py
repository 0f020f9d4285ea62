"""All findings of one run, and the exit code they mean."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from brochure.diagnostics.diagnostic import Diagnostic, Severity
from brochure.diagnostics.exit_code import ExitCode


@dataclass
class Report:
    """Collects findings in the order in which they were made, each only once."""

    strict: bool = False
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take in findings; one that is already here is dropped."""
        for diagnostic in diagnostics:
            if diagnostic not in self.diagnostics:
                self.diagnostics.append(diagnostic)

    def count(self, severity: Severity) -> int:
        """How many findings there are of this severity."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    @property
    def has_errors(self) -> bool:
        """Whether something must be changed; in strict mode a warning counts as well."""
        worst = [Severity.ERROR, Severity.WARNING] if self.strict else [Severity.ERROR]
        return any(self.count(severity) for severity in worst)

    @property
    def exit_code(self) -> ExitCode:
        """`FINDINGS` when something must be changed, else `MADE`."""
        return ExitCode.FINDINGS if self.has_errors else ExitCode.MADE
