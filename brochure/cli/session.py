"""What holds for one call of the command, and what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.diagnostics import Diagnostic

if TYPE_CHECKING:
    from brochure.project import Project


@dataclass
class Session:
    """The global options of one call; handed to every verb."""

    json: bool = False
    start: Path | None = None
    """Where to look for the project, if the person said so."""

    @cached_property
    def project(self) -> "Project":
        """The project at hand; `Problems` if there is none."""
        from brochure.project import Project

        return Project.find(self.start or Path.cwd())

    def lines(self, file: str) -> list[str]:
        """The lines of a source file, if this call got as far as having a project."""
        project: Project | None = self.__dict__.get("project")
        return project.lines(file) if project else []


@dataclass(frozen=True)
class Outcome:
    """How a verb ends: its exit code, all findings, and what its JSON report tells."""

    exit_code: int
    diagnostics: tuple[Diagnostic, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)
    closing: str = ""
    """The last line, below the findings."""


class Ended(Exception):  # noqa: N818 - it says how a verb ended, which may be well
    """Raised where a verb can't go on, with how it ends."""

    def __init__(self, exit_code: int, *diagnostics: Diagnostic) -> None:
        super().__init__(exit_code)
        self.outcome = Outcome(exit_code, diagnostics)
