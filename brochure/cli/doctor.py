"""`brochure doctor`: what is missing on this machine, and what to type to get it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from brochure.cli.console import table
from brochure.cli.options import global_options
from brochure.cli.session import Outcome, Session
from brochure.cli.speech import Verb, language, tell
from brochure.diagnostics import Diagnostic, ExitCode, Severity

if TYPE_CHECKING:
    from brochure.tools.libraries import Fact

COLUMNS = ("needed", "found", "for-what")


@click.command("doctor", cls=Verb, help="doctor")
@global_options
@click.pass_obj
def command(session: Session) -> Outcome:
    """Look for everything that is needed or useful."""
    from brochure.tools.libraries import facts

    found = facts()
    if not session.json:
        table([tell(f"column-{name}") for name in COLUMNS], [_row(fact) for fact in found])
    lost = tuple(_finding(fact) for fact in found if fact.found is None)
    broken = any(finding.severity is Severity.ERROR for finding in lost)
    code = ExitCode.MISSING_TOOL if broken else ExitCode.MADE
    closing = tell("doctor-well") if not broken and not session.json else ""
    return Outcome(code, lost, {"needs": [_values(fact) for fact in found]}, closing)


def _row(fact: "Fact") -> Sequence[str]:
    from brochure.diagnostics.messages import say

    return (fact.need.name, fact.found or "–", say(fact.need.purpose, language()))


def _finding(fact: "Fact") -> Diagnostic:
    severity = Severity.ERROR if fact.need.required else Severity.NOTE
    code = "tools/missing" if fact.install else "tools/missing-by-hand"
    return Diagnostic.of(code, None, severity, name=fact.need.name, line=fact.install or "")


def _values(fact: "Fact") -> dict[str, object]:
    need = fact.need
    facts: dict[str, object] = {"name": need.name, "kind": need.kind, "required": need.required}
    return {**facts, "found": fact.found, "install": fact.install}
