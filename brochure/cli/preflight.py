"""`brochure preflight`: whether PDFs can be printed, ours or anybody's."""

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from brochure.catalog import known
from brochure.cli.console import board, table
from brochure.cli.lines import file_line, findings_text
from brochure.cli.options import Function, global_options, strict_option
from brochure.cli.reports import checked_as_values
from brochure.cli.session import Ended, Outcome, Session
from brochure.cli.speech import Argument, Option, Verb, amount, decimal, language, tell
from brochure.diagnostics import Diagnostic, ExitCode, Report

if TYPE_CHECKING:
    from brochure.document.checked import Checked
    from brochure.preflight import Order

COLUMNS = ("file", "rule", "outcome", "told")
SHOWN = 3
"""How many findings of a kind are told to a person; a program gets all."""


class _Positive(click.ParamType[float]):
    """A number above 0, with a point or a comma."""

    name = "number"

    def convert(self, value: Any, _: click.Parameter | None, __: click.Context | None) -> float:
        try:
            number = float(str(value).replace(",", "."))
        except ValueError:
            number = 0.0
        if not 0 < number < 1e6:
            raise Ended(ExitCode.USAGE, Diagnostic.of("cli/not-a-measure", None, value=value))
        return number


def _choice(name: str, kind: str, default: str | None) -> Function:
    kinds = click.Choice(known(kind))
    return click.option(
        f"--{name}", type=kinds, default=default, cls=Option, help=f"option-{name}-of-file"
    )


def _measure(name: str) -> Function:
    return click.option(
        f"--{name}", type=_Positive(), cls=Option, metavar=f"metavar-{name}", help=f"option-{name}"
    )


@click.command("preflight", cls=Verb, help="preflight", epilog="preflight-epilog")
@click.argument("files", nargs=-1, required=True, cls=Argument, metavar="metavar-files")
@_choice("variant", "preflight", "sheet-cmyk")
@_choice("format", "formats", None)
@_measure("distance")
@_measure("scale")
@_measure("ink-limit")
@click.option("--without-ink", is_flag=True, cls=Option, help="option-without-ink")
@strict_option
@global_options
@click.pass_obj
def command(session: Session, /, files: Sequence[str], strict: bool, **asked: Any) -> Outcome:
    """Judge files by the rules of a variant."""
    began = perf_counter()
    order = _order(**asked)
    done = _preflight(session, files, order)
    if not session.json:
        table([tell(f"column-{name}") for name in COLUMNS], [row for d in done for row in _rows(d)])
    report = Report(strict)
    report.add(finding for item in done for finding in item.findings)
    told = report.diagnostics if session.json else _told(report.diagnostics)
    closing = tell(
        "preflighted",
        files=amount("files", len(done)),
        findings=findings_text(report),
        seconds=decimal(perf_counter() - began),
    )
    crashed = any(item.crashed for item in done)
    code = ExitCode.OUR_FAULT if crashed else report.exit_code
    facts = {"variant": order.variant.name, "preflight": checked_as_values(done)}
    return Outcome(code, tuple(told), facts, closing)


def _order(
    variant: str,
    format: str | None,
    distance: float | None,
    scale: float | None,
    ink_limit: float | None,
    without_ink: bool,
) -> "Order":
    from brochure.catalog import Format, Variant
    from brochure.preflight import Order, limited, paper_of

    paper = paper_of(Format.named(format)) if format else None
    asked = limited(Variant.named(variant), ink_limit)
    return Order(asked, paper, scale or 1.0, distance, not without_ink)


def _preflight(session: Session, files: Sequence[str], order: "Order") -> list["Checked"]:
    done: list[Checked] = []
    with board(len(files), quiet=session.json) as shown:
        for name in files:
            shown.now(tell("checking", name=name))
            done.append(_judged(name, order))
            shown.line(file_line(done[-1]))
            shown.done()
    return done


def _judged(name: str, order: "Order") -> "Checked":
    from brochure.document.checked import unreadable
    from brochure.preflight import preflight

    try:
        data = Path(name).read_bytes()
    except OSError as error:
        return unreadable(name, error)
    return preflight(data, name, order)


def _rows(item: "Checked") -> list[tuple[str, str, str, str]]:
    """A row a rule: how it ended, and what it found or why it did not look."""
    return [
        (item.name, outcome.check, tell(f"outcome-{outcome.status}"), _reason(outcome))
        for outcome in item.outcomes
    ]


def _reason(outcome: Any) -> str:
    from brochure.diagnostics.messages import say

    if outcome.reason:
        return say(outcome.reason, language())
    report = Report()
    report.add(outcome.findings)
    return findings_text(report) if outcome.findings else ""


def _told(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The first few of each kind in a file, then how many more there are and on which pages."""
    from brochure.preflight import shortened

    return list(shortened(findings, SHOWN))
