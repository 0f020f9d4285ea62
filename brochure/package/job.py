"""A job as a print shop sees it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Protocol

from brochure.catalog import Condition, Format
from brochure.diagnostics import Diagnostic, Severity
from brochure.diagnostics.messages import say
from brochure.document.checked import Status
from brochure.document.document import Publication
from brochure.document.printing import Print

NOT_ASKED = "check/skipped/off"
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


class Outcome(Protocol):
    """How a rule of the preflight ended."""

    @property
    def check(self) -> str:
        """The rule."""

    @property
    def status(self) -> Status:
        """Passed, or why not."""

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What was found."""

    @property
    def reason(self) -> str:
        """The code of the sentence that says why it was skipped."""


@dataclass(frozen=True)
class Checked:
    """The preflight of one file: by which variant of rules, and how each of them ended."""

    variant: str
    outcomes: Sequence[Outcome] = ()
    unread: tuple[Diagnostic, ...] = ()
    """Why the file could not be read, if so."""

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """All findings."""
        return (*self.unread, *(item for outcome in self.outcomes for item in outcome.findings))

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are."""
        return sum(item.severity == severity for item in self.findings)

    def ended(self, status: str) -> list[Outcome]:
        """The rules that ended so."""
        return [outcome for outcome in self.outcomes if outcome.status == status]


@dataclass(frozen=True)
class PrintFile:
    """One file to be printed."""

    name: str
    title: str
    pages: int
    data: bytes = field(repr=False)
    checked: Checked = field(repr=False)
    spots: tuple[str, ...] = ()

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Job:
    """A product to be printed, and whom to ask about it."""

    name: str
    """Also that of its folder in the ZIP."""
    publication: Publication
    language: str
    format: Format
    condition: Condition
    files: tuple[PrintFile, ...]
    proofed: bool
    """Whether the view shows colours as on paper, by Ghostscript and the profile."""

    @property
    def settings(self) -> Print:
        """How its files are made."""
        return self.publication.print or Print()

    @property
    def spots(self) -> tuple[str, ...]:
        """The spot colours of all files."""
        return tuple(dict.fromkeys(name for file in self.files for name in file.spots))

    @property
    def pages(self) -> int:
        """The pages of one copy: of a poster one, however many motifs there are."""
        return max(file.pages for file in self.files)

    @property
    def is_stitched(self) -> bool:
        """Whether sheets are folded and stitched through the back."""
        return self.format.kind == "brochure" and self.format.page_multiple == 4

    @property
    def sides(self) -> int:
        """How many sides of the paper are printed."""
        return 1 if self.pages == 1 else 2

    def not_checked(self, language: str) -> list[tuple[str, str]]:
        """The rules that were asked for and could not be followed, and why."""
        skipped = [item for file in self.files for item in file.checked.ended("skipped")]
        reasons = {item.check: item.reason for item in skipped if item.reason != NOT_ASKED}
        return [(rule, say(reason, language)) for rule, reason in reasons.items()]

    def count(self, severity: Severity) -> int:
        """How many findings of a severity its files have."""
        return sum(file.checked.count(severity) for file in self.files)
