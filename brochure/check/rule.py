"""What a check is asked with: its level and its limits in a profile of checks.

Rationale: a check says what is wrong; how much of it is too much, and how bad that is, stands in
the catalogue (`catalog/data/checks/`, `catalog/data/preflight/`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from brochure.diagnostics import Diagnostic, Severity, Span


@dataclass(frozen=True)
class Rule:
    """One check as a profile asks for it; `file` is what a finding without a place is about."""

    id: str
    level: Severity
    limits: Mapping[str, Any] = field(default_factory=dict)
    file: str = ""

    def limit(self, name: str) -> float:
        """A limit that is a number; a profile that lacks it is wrong."""
        return float(self.limits[name])

    def at(
        self,
        span: Span | None,
        variant: str = "",
        level: Severity | None = None,
        **values: Any,
    ) -> Diagnostic:
        """A finding at a place; without one it is about the file, if that has a name."""
        place = span or (Span(self.file) if self.file else None)
        return Diagnostic.of(self.id, place, level or self.level, variant, **values)

    def of_file(
        self, variant: str = "", level: Severity | None = None, **values: Any
    ) -> Diagnostic:
        """A finding about the whole file."""
        return self.at(None, variant, level, **values)
