"""`brochure explain`: why there is a check, how severe it is and where."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from brochure.catalog import CheckProfile, known
from brochure.cli.console import result, table
from brochure.cli.options import global_options
from brochure.cli.session import Ended, Outcome, Session
from brochure.cli.speech import Argument, Verb, language, tell
from brochure.cli.usage import near
from brochure.diagnostics import Diagnostic, ExitCode

if TYPE_CHECKING:
    from brochure.check.registry import Check

COLUMNS = ("check", "looks-at", "purpose")


@click.command("explain", cls=Verb, help="explain")
@click.argument("check", required=False, cls=Argument, metavar="metavar-check")
@global_options
@click.pass_obj
def command(session: Session, check: str | None) -> Outcome:
    """Print the rationale of a check, or list all."""
    from brochure.check.registry import all_checks

    checks = all_checks()
    if check is None:
        if not session.json:
            table([tell(f"column-{name}") for name in COLUMNS], list(map(_row, checks.values())))
        return Outcome(ExitCode.MADE, facts={"checks": list(checks)})
    if check not in checks:
        finding = Diagnostic.of(
            "cli/unknown-check", None, name=check, near=near(check, tuple(checks))
        )
        raise Ended(ExitCode.USAGE, finding)
    levels = dict(_levels(check))
    if not session.json:
        result(checks[check].rationale)
        result("")
        for title, level in levels.items():
            result(f"{title}: {level}")
    facts = {"id": check, "rationale": checks[check].rationale, "levels": levels}
    return Outcome(ExitCode.MADE, facts={"check": facts})


def _levels(id_: str) -> Iterator[tuple[str, str]]:
    """How severe it is in each profile of checks and each variant of preflight that knows it."""
    from brochure.catalog import Variant

    profiles = [CheckProfile.named(name) for name in known("check-profiles")]
    variants = [Variant.named(name) for name in known("preflight")]
    asked: list[CheckProfile | Variant] = [*profiles, *variants]
    for item in asked:
        if id_ in item.rules:
            yield item.title[language()], item.rules[id_]["level"]


def _row(check: "Check") -> tuple[str, str, str]:
    looks_at = tell(f"looks-at-{check.looks_at.__name__}")
    return check.id, looks_at, _first(check.rationale)


def _first(rationale: str) -> str:
    """The first sentence, without the id."""
    return rationale.partition("\n")[0].partition(": ")[2]
