"""`brochure build`: make the files."""

import atexit
import gc
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import click

from brochure.cli.chosen import chosen, remarks
from brochure.cli.cluster_options import Wish, cluster_options
from brochure.cli.console import board, result, told_on_screen
from brochure.cli.entry import SELDOM
from brochure.cli.lines import (
    edition_name,
    findings_text,
    folder_name,
    made_lines,
    report_of,
    stopped,
)
from brochure.cli.options import (
    cache_option,
    flag,
    global_options,
    jobs_option,
    made_options,
    order_options,
)
from brochure.cli.reports import editions_as_values
from brochure.cli.session import Outcome, Session
from brochure.cli.speech import Verb, amount, decimal, tell
from brochure.diagnostics import Diagnostic, ExitCode, Severity
from brochure.document.edition import Edition, Made, Order

MOST_NAMED = 20


@click.command("build", cls=Verb, help="build")
@order_options
@made_options
@jobs_option
@cluster_options
@cache_option
@flag("open")
@global_options
@click.pass_obj
def command(
    session: Session,
    order: Order,
    output: Path | None,
    strict: bool,
    jobs: int,
    wish: Wish,
    open_: bool,
) -> Outcome:
    """Make the files of what is asked for."""
    began = perf_counter()
    gc.set_threshold(*SELDOM)  # a service's child has not come by the door
    # Python looks for garbage once more before it ends, through all that was laid out: 0.16 s of
    # 2.5 s. What is frozen it leaves alone; the system takes the memory back anyway.
    atexit.register(gc.freeze)
    editions = chosen(session, order)
    if wish.engine == "dask":
        from brochure.cli.on_cluster import build_on_cluster, job_of

        job = job_of(session.project, editions, wish, output, strict, jobs)
        return build_on_cluster(session, job, remarks(session, editions, order))
    folder = (output or session.project.output).resolve()
    made = _build(session, editions, folder, strict, jobs)
    report = report_of(made)
    report.add(remarks(session, editions, order))
    if open_:
        report.add(_open(folder, made))
    files = list(dict.fromkeys(file for item in made for file in item.files))
    if not session.json and not told_on_screen():
        for file in _made_files(made):
            result(str(folder / file))
    closing = _closing(made, folder, perf_counter() - began)
    facts = {"output": str(folder), "files": files, "editions": editions_as_values(made)}
    return Outcome(_exit_code(made), tuple(report.diagnostics), facts, closing)


def _build(
    session: Session, editions: Sequence[Edition], folder: Path, strict: bool, jobs: int
) -> list[Made]:
    from brochure.batch.building import build

    made: list[Made] = []
    with board(len(editions), quiet=session.json) as shown:
        shown.now(tell("working", name=edition_name(editions[0])))
        for item in build(session.project, editions, folder, strict=strict, jobs=jobs):
            made.append(item)
            for words in made_lines(item):
                shown.line(words)
            shown.done()
            if len(made) < len(editions):
                shown.now(tell("working", name=edition_name(editions[len(made)])))
    return made


def _made_files(made: Sequence[Made]) -> list[str]:
    """The editions' own files; their pictures and the manifest lie beside them."""
    return [artifact.path for item in made for artifact in item.artifacts]


def _exit_code(made: Sequence[Made]) -> ExitCode:
    return ExitCode.BAD_CONTENT if any(map(stopped, made)) else ExitCode.MADE


def _closing(made: Sequence[Made], folder: Path, seconds: float) -> str:
    lines = []
    if failed := [item for item in made if stopped(item)]:
        findings = findings_text(report_of(failed))
        editions = amount("editions", len(failed))
        lines.append(tell("not-built", editions=editions, findings=findings))
        if records := [item.edition.record for item in failed if item.edition.record is not None]:
            shown = ", ".join(dict.fromkeys(records[:MOST_NAMED]))
            lines.append(tell("records-not-built", keys=shown + " …" * (len(records) > MOST_NAMED)))
    if files := _made_files(made):
        pictures = sum(file.endswith(".png") for item in made for file in item.files)
        values = {"folder": folder_name(folder), "seconds": decimal(seconds)}
        counts = {"files": amount("files", len(files)), "pictures": amount("pictures", pictures)}
        lines.append(tell("built", **counts, **values))
    return "\n".join(lines)


def _open(folder: Path, made: Sequence[Made]) -> list[Diagnostic]:
    """Show a single file in its program, several in their folder."""
    files = _made_files(made)
    if not files:
        return []
    path = folder / files[0] if len(files) == 1 else folder / made[0].edition.folder
    if click.launch(str(path)) == 0:
        return []
    return [Diagnostic.of("cli/cannot-open", None, Severity.WARNING, path=path)]
