"""What a person is told: where, what, how bad, and what to write instead."""

from brochure.diagnostics.diagnostic import Diagnostic, Problems, Severity
from brochure.diagnostics.exit_code import ExitCode
from brochure.diagnostics.report import Report
from brochure.diagnostics.span import Span

__all__ = ["Diagnostic", "ExitCode", "Problems", "Report", "Severity", "Span"]
