"""`brochure check`: look over text, pages and built files, or PDFs that others made."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter

import click

from brochure.catalog import known
from brochure.cli.chosen import chosen
from brochure.cli.console import board, message, table
from brochure.cli.lines import checked_line, edition_name, file_line, findings_text, report_of
from brochure.cli.options import global_options, jobs_option, made_options, order_options
from brochure.cli.reports import checked_as_values, editions_as_values
from brochure.cli.session import Ended, Outcome, Session
from brochure.cli.speech import Option, Verb, amount, decimal, language, tell
from brochure.diagnostics import Diagnostic, ExitCode, Report, Severity
from brochure.document.checked import Checked
from brochure.document.edition import Edition, Made, Order

ANY = "any"
PATH = click.Path(dir_okay=False, path_type=Path)
SHOWN = 3
"""How many findings of a kind are told to a person; a program gets all."""
COLUMNS = ("file", "rule", "outcome")


@click.command("check", cls=Verb, help="check", epilog="check-epilog")
@order_options
@made_options
@jobs_option
@click.option(
    "--for", "purpose", type=click.Choice(known("check-profiles")), cls=Option, help="option-for"
)
@click.option(
    "--write",
    "reports",
    type=PATH,
    multiple=True,
    cls=Option,
    metavar="metavar-file",
    help="option-write-report",
)
@global_options
@click.pass_obj
def command(
    session: Session,
    order: Order,
    output: Path | None,
    strict: bool,
    jobs: int,
    purpose: str | None,
    reports: Sequence[Path],
) -> Outcome:
    """Check the editions, or the files, that are asked for."""
    began = perf_counter()
    _refuse_forms(reports)
    if any(map(_is_file, order.publications)):
        return _files(session, order.publications, purpose or ANY, jobs, strict, reports, began)
    editions = chosen(session, order)
    folder = (output or session.project.output).resolve()
    made = _check(session, editions, folder)
    report = report_of(made, strict)
    closing = _closing("checked", amount("editions", len(made)), report, began)
    files = list(dict.fromkeys(file for item in made for file in item.files))
    checked = list(dict.fromkeys(item for each in made for item in each.checked))
    _write(session, reports, checked, is_ours=True)
    facts = {
        "output": str(folder),
        "files": files,
        "editions": editions_as_values(made),
        "checked": checked_as_values(checked),
    }
    return Outcome(_exit_code(report, checked), tuple(report.diagnostics), facts, closing)


def _check(session: Session, editions: Sequence[Edition], folder: Path) -> list[Made]:
    from brochure import pipeline
    from brochure.batch.building import compiler_of

    compiler, today = compiler_of(session.project.root), date.today().isoformat()
    made: list[Made] = []
    with board(len(editions), quiet=session.json) as shown:
        shown.now(tell("checking", name=edition_name(editions[0])))
        for item in pipeline.check(session.project, compiler, editions, folder, today):
            made.append(item)
            shown.line(checked_line(item))
            shown.done()
            if len(made) < len(editions):
                shown.now(tell("checking", name=edition_name(editions[len(made)])))
    return made


def _is_file(word: str) -> bool:
    """Whether a word means a file; a publication is a plain name."""
    return word.lower().endswith(".pdf") or "/" in word or Path(word).is_file()


def _files(
    session: Session,
    names: Sequence[str],
    profile: str,
    jobs: int,
    strict: bool,
    reports: Sequence[Path],
    began: float,
) -> Outcome:
    from brochure.batch.foreign import check_files
    from brochure.preflight import shortened

    done: list[Checked] = []
    with board(len(names), quiet=session.json) as shown:
        shown.now(tell("checking", name=names[0]))
        for item in check_files(names, profile, jobs):
            done.append(item)
            shown.line(file_line(item))
            shown.done()
    done.sort(key=lambda item: names.index(item.name))
    _write(session, reports, done, is_ours=False)
    report = Report(strict)
    report.add(finding for item in done for finding in item.findings)
    if not session.json:
        table([tell(f"column-{name}") for name in COLUMNS], [row for d in done for row in _rows(d)])
        _tell_skipped(done)
    told: Iterable[Diagnostic] = report.diagnostics
    told = told if session.json else shortened(list(told), SHOWN)
    closing = _closing("checked-files", amount("files", len(done)), report, began)
    facts = {"profile": profile, "checked": checked_as_values(done)}
    return Outcome(_exit_code(report, done), tuple(told), facts, closing)


def _refuse_forms(reports: Sequence[Path]) -> None:
    """A report whose form nobody knows is refused before anything is looked at."""
    from brochure.reporting import FORMS

    for path in reports:
        if path.suffix not in FORMS:
            known = ", ".join(FORMS)
            finding = Diagnostic.of("cli/unknown-report", None, name=path.name, near=known)
            raise Ended(ExitCode.USAGE, finding)


def _write(
    session: Session, reports: Sequence[Path], checked: Sequence[Checked], *, is_ours: bool
) -> None:
    if not reports:
        return
    from brochure.output import write_files
    from brochure.reporting import FORMS, examination

    root = session.project.root if is_ours else Path.cwd()
    today = date.today().isoformat()
    told = examination(
        checked, lambda name: _bytes(root / name), today, session.lines, is_ours=is_ours
    )
    for path in reports:
        target = path.resolve()
        data = FORMS[path.suffix](told, language())
        write_files(target.parent.parent, target.parent.name, {target.name: data})


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _rows(item: Checked) -> list[tuple[str, str, str]]:
    """What was found; what passed is counted."""
    rows = []
    for outcome in item.outcomes:
        if outcome.status in ("found", "crashed"):
            report = Report()
            report.add(outcome.findings)
            crashed = outcome.status == "crashed"
            told = tell("outcome-crashed") if crashed else findings_text(report)
            rows.append((item.name, outcome.check, told))
    passed = sum(outcome.status == "passed" for outcome in item.outcomes)
    return [*rows, (item.name, tell("others"), tell("passed-checks", n=passed))]


def _tell_skipped(done: Sequence[Checked]) -> None:
    """What was not looked at, and why: a file that passes must not look better than it is."""
    from brochure.diagnostics.messages import say

    skipped = Counter(
        outcome.reason for item in done[:1] for outcome in item.outcomes if outcome.reason
    )
    for reason, count in skipped.most_common():
        message(tell("not-looked-at", checks=amount("checks", count), why=say(reason, language())))


def _closing(code: str, what: str, report: Report, began: float) -> str:
    seconds = decimal(perf_counter() - began)
    return tell(code, editions=what, findings=findings_text(report), seconds=seconds)


def _exit_code(report: Report, checked: Sequence[Checked]) -> ExitCode:
    """What a person must write anew weighs more than what is wrong with a built file."""
    if any(item.crashed for item in checked):
        return ExitCode.OUR_FAULT
    found = {finding for item in checked for finding in item.findings}
    errors = [item for item in report.diagnostics if item.severity is Severity.ERROR]
    if any(item not in found and not item.code.startswith("pdf/") for item in errors):
        return ExitCode.BAD_CONTENT
    return report.exit_code
