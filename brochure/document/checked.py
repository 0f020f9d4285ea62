"""How checks ended for one thing that was looked at: an edition, or a file, ours or anybody's."""

from dataclasses import dataclass
from typing import Literal

from brochure.diagnostics import Diagnostic, Span

Status = Literal["passed", "skipped", "waived", "found", "crashed"]


@dataclass(frozen=True)
class Outcome:
    """How a check ended: a crash outranks what was found, what was skipped says why."""

    check: str
    status: Status
    findings: tuple[Diagnostic, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Checked:
    """What became of one thing; without outcomes it could not be read, which a finding tells."""

    name: str
    """How a person calls it: a path, or what an edition is called."""
    pages: int = 0
    outcomes: tuple[Outcome, ...] = ()
    unread: tuple[Diagnostic, ...] = ()
    file: str = ""
    """The PDF that was looked at, where there is one."""

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """All findings."""
        return (*self.unread, *(item for outcome in self.outcomes for item in outcome.findings))

    @property
    def crashed(self) -> bool:
        """Whether a check failed, so that nobody knows what it would have found."""
        return any(outcome.status == "crashed" for outcome in self.outcomes)


def unreadable(name: str, error: OSError) -> Checked:
    """A file that the system does not give."""
    reason = error.strerror or type(error).__name__
    return Checked(name, unread=(Diagnostic.of("print/unreadable", Span(name), reason=reason),))
