"""`brochure build --engine dask`: many editions by a cluster, and what is told of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from brochure.cli.cluster_options import Wish
from brochure.cli.console import Board, board, result, told_on_screen
from brochure.cli.lines import checked_line, edition_name, folder_name
from brochure.cli.rate import Rate
from brochure.cli.reports import edition_as_values
from brochure.cli.session import Outcome, Session
from brochure.cli.speech import amount, decimal, language, tell
from brochure.diagnostics import Diagnostic, ExitCode, Report, Severity
from brochure.diagnostics.show import as_json
from brochure.document.edition import Edition, Made
from brochure.project import Project

if TYPE_CHECKING:
    from brochure.batch.dask_engine import Done, Run

OWN_STORE, SCHEME = ".brochure", "://"
MOST_NAMED = 20
MOST_TOLD = 100
"""Different findings that are told; the report for programs has those of every failure."""


@dataclass
class Tally:
    """What became of the editions so far; of those that are well, only numbers and names."""

    counts: Counter[str] = field(default_factory=Counter)
    files: list[str] = field(default_factory=list)
    failures: list["Done"] = field(default_factory=list)
    told: Report = field(default_factory=Report)

    def add(self, done: "Done") -> list[str]:
        """Take in an edition; the files that are its artifacts."""
        self.counts[done.how] += 1
        if not done.line.is_done:
            self.failures.append(done)
        if len(self.told.diagnostics) < MOST_TOLD:
            self.told.add(done.line.findings)
        folder = done.line.edition.folder
        made = [entry for entry in done.line.files if "shows" not in entry]
        files = [f"{folder}/{entry['name']}" for entry in made]
        self.files += files
        return files


def job_of(
    project: Project,
    editions: Sequence[Edition],
    wish: Wish,
    output: Path | None,
    strict: bool,
    workers: int,
) -> "Run":
    """The job that a person asks for."""
    from brochure.batch.cluster import Cluster
    from brochure.batch.dask_engine import Run

    store, results = _places(project.output, output, wish.store)
    return Run(
        project,
        editions,
        store,
        results,
        Cluster(wish.scheduler, workers, wish.memory_limit),
        strict=strict,
        shares_fragments=wish.store is not None,
        most_failures=wish.max_failures,
    )


def _places(usual: Path, output: Path | None, store: str | None) -> tuple[str, str]:
    """Where the store of a job is, and where its files go: into the store, or a folder if named.

    Without a store the output folder holds it; then all workers must see that folder.
    """
    if store is None:
        folder = (output or usual).resolve()
        return str(folder / OWN_STORE), str(folder)
    url = store.rstrip("/") if SCHEME in store else str(Path(store).resolve())
    return url, str(output.resolve()) if output else f"{url}/output"


def build_on_cluster(session: Session, job: "Run", remarks: Sequence[Diagnostic]) -> Outcome:
    """Make what is asked for by a cluster; ends well, with failures, or where it can't go on."""
    from brochure.batch.absent import Absent

    began, tally = perf_counter(), Tally()
    stopped: tuple[Diagnostic, ...] = ()
    try:
        _run(session, job, tally)
    except Absent as absent:
        stopped = absent.diagnostics
    tally.told.add((*remarks, *stopped))
    if job.most_failures is not None and len(tally.failures) >= job.most_failures:
        count = amount("failures", len(tally.failures))
        tally.told.add([Diagnostic.of("batch/too-many-failures", None, count=count)])
    if over := len(job.editions) - sum(tally.counts.values()):
        tally.told.add(
            [Diagnostic.of("batch/unfinished", None, Severity.NOTE, count=amount("editions", over))]
        )
    closing = _closing(job, tally, perf_counter() - began)
    findings = tuple(tally.told.diagnostics)
    return Outcome(_exit_code(tally, bool(stopped)), findings, _facts(job, tally), closing)


def _run(session: Session, job: "Run", tally: Tally) -> None:
    from brochure.batch.dask_engine import run

    rate = Rate(len(job.editions), perf_counter)
    with board(len(job.editions), quiet=session.json) as shown:
        shown.now(tell("joining"))
        for done in run(job):
            if isinstance(done, Diagnostic):
                tally.told.add([done])
                continue
            files = tally.add(done)
            _show(shown, done)
            rate.add(by_work=done.how != "kept")
            shown.now(tell("cluster-rate", **rate.words()))
            for file in () if session.json or told_on_screen() else files:
                result(f"{job.results}/{file}")


def _show(shown: Board, done: "Done") -> None:
    """Of very many editions only those are named that are to be looked at."""
    if not done.line.is_done:
        shown.line(checked_line(Made(done.line.edition, diagnostics=done.line.findings)))
    shown.done()


def _exit_code(tally: Tally, is_stopped: bool) -> ExitCode:
    if is_stopped:
        return ExitCode.MISSING_TOOL
    return ExitCode.BAD_CONTENT if tally.failures else ExitCode.MADE


def _facts(job: "Run", tally: Tally) -> dict[str, object]:
    return {
        "output": job.results,
        "store": job.store,
        "counts": {"asked": len(job.editions), **tally.counts},
        "files": tally.files,
        "failures": [
            {
                **edition_as_values(done.line.edition),
                "diagnostics": as_json(done.line.findings, language()),
            }
            for done in tally.failures
        ],
    }


def _closing(job: "Run", tally: Tally, seconds: float) -> str:
    lines = []
    if tally.failures:
        failed = amount("editions", len(tally.failures))
        names = [edition_name(done.line.edition) for done in tally.failures[:MOST_NAMED]]
        shown = ", ".join(names) + " …" * (len(tally.failures) > len(names))
        lines.append(tell("cluster-failed", editions=failed, names=shown))
    made, kept = tally.counts["made"], tally.counts["kept"]
    if not made and not kept:
        return "\n".join(lines)
    where = folder_name(Path(job.results)) if SCHEME not in job.results else job.results
    counts = {"editions": amount("editions", made), "kept": kept, "seconds": decimal(seconds)}
    lines.append(tell("cluster-built", folder=where, **counts))
    return "\n".join(lines)
