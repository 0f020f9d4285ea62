"""`brochure check`: look over the content and the files that were built."""

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import click

from brochure.cli.chosen import chosen
from brochure.cli.console import board
from brochure.cli.lines import checked_line, edition_name, findings_text, report_of
from brochure.cli.options import global_options, made_options, order_options
from brochure.cli.reports import editions_as_values
from brochure.cli.session import Outcome, Session
from brochure.cli.speech import Verb, amount, decimal, tell
from brochure.diagnostics import ExitCode, Report, Severity
from brochure.document.edition import Edition, Made, Order


@click.command("check", cls=Verb, help="check")
@order_options
@made_options
@global_options
@click.pass_obj
def command(session: Session, order: Order, output: Path | None, strict: bool) -> Outcome:
    """Check the content and the built files of what is asked for."""
    began = perf_counter()
    editions = chosen(session, order)
    folder = (output or session.project.output).resolve()
    made = _check(session, editions, folder)
    report = report_of(made, strict)
    closing = tell(
        "checked",
        editions=amount("editions", len(made)),
        findings=findings_text(report),
        seconds=decimal(perf_counter() - began),
    )
    files = list(dict.fromkeys(file for item in made for file in item.files))
    facts = {"output": str(folder), "files": files, "editions": editions_as_values(made)}
    return Outcome(_exit_code(report), tuple(report.diagnostics), facts, closing)


def _check(session: Session, editions: Sequence[Edition], folder: Path) -> list[Made]:
    from brochure import pipeline
    from brochure.batch.building import compiler_of

    compiler = compiler_of(session.project.root)
    made: list[Made] = []
    with board(len(editions), quiet=session.json) as shown:
        shown.now(tell("checking", name=edition_name(editions[0])))
        for item in pipeline.check(session.project, compiler, editions, folder):
            made.append(item)
            shown.line(checked_line(item))
            shown.done()
            if len(made) < len(editions):
                shown.now(tell("checking", name=edition_name(editions[len(made)])))
    return made


def _exit_code(report: Report) -> ExitCode:
    """What a person must write anew weighs more than what is wrong with a built file."""
    errors = [item for item in report.diagnostics if item.severity is Severity.ERROR]
    if any(not item.code.startswith("pdf/") for item in errors):
        return ExitCode.BAD_CONTENT
    return report.exit_code
