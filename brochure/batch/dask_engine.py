"""Many editions by a Dask cluster: some in flight at a time, each noted in the journal when done.

project → snapshot → editions that the journal lacks ⇒ workers → files in the store, lines here
"""

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from brochure.batch.absent import Absent
from brochure.batch.cluster import Cluster, joined
from brochure.batch.cluster_job import Work, do, make_files, missing, name_of
from brochure.batch.flights import Flights, Task, WorkersLost
from brochure.batch.journal import Journal, Line, last_of_each, latest_other
from brochure.batch.manifests import Listing
from brochure.batch.snapshot import take
from brochure.batch.store import store_at
from brochure.batch.workplace import Place, own_versions
from brochure.cache import key_of
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.edition import Edition
from brochure.project import Project

if TYPE_CHECKING:
    from distributed import Client

LOOKED_OVER = 100
"""Editions whose files one task looks over."""


class How(StrEnum):
    """How it came that an edition is there, or is not."""

    MADE = "made"
    KEPT = "kept"
    FAILED = "failed"


@dataclass(frozen=True)
class Done:
    """An edition that is over."""

    how: How
    line: Line


@dataclass(frozen=True)
class Run:
    """A job: where, by which cluster, and how many failures it bears."""

    project: Project
    editions: Sequence[Edition]
    store: str
    results: str
    cluster: Cluster
    strict: bool = False
    shares_fragments: bool = False
    most_failures: int | None = None


def run(job: Run, work: Work = make_files) -> Iterator[Done | Diagnostic]:
    """Every edition as it gets done, those first that an earlier run has made; what is to be told.

    Raises `Absent` when the cluster or a store fails; all that was yielded is noted by then, and
    another run goes on from there. Ends early when there are as many failures as the job bears.
    """
    with joined(job.cluster) as client:
        for url in (job.store, job.results):
            _require_sight(client, url)
        place = _place(job)
        journal = Journal(store_at(job.store), job_of(place))
        try:
            yield from _all(job, work, Flights(client), place, journal)
        finally:
            journal.flush()
    noted = last_of_each(journal.lines())
    listing = Listing()
    for item in job.editions:
        if item in noted:
            listing.add(item, noted[item].files)
    listing.write(store_at(job.results))


def job_of(place: Place) -> str:
    """The name of a job: all that decides what its files are.

    Which editions are asked for is no part of it, so that more of them go on where fewer ended.
    """
    return key_of(place.snapshot, place.results, place.versions, place.strict)


def _place(job: Run) -> Place:
    snapshot = take(job.project, (item.publication for item in job.editions), store_at(job.store))
    return Place(
        snapshot,
        job.store,
        job.results,
        own_versions(),
        tuple(sorted({edition.language for edition in job.editions})),
        job.strict,
        job.cluster.memory,
        job.shares_fragments,
    )


def _require_sight(client: "Client", url: str) -> None:
    """All workers see what this process writes there."""
    store, name, data = store_at(url), f"probe-{secrets.token_hex(8)}", secrets.token_bytes(16)
    store.write(name, data)
    try:
        lost = client.run(missing, url, ((name, sha256(data).hexdigest()),))
    finally:
        store.delete(name)
    if blind := sorted(worker for worker, names in lost.items() if names):
        raise Absent([Diagnostic.of("batch/store-unseen", None, url=url, workers=", ".join(blind))])


def _all(
    job: Run, work: Work, flights: Flights, place: Place, journal: Journal
) -> Iterator[Done | Diagnostic]:
    noted, kept = last_of_each(journal.lines()), set()
    if not noted and latest_other(journal) in job.editions:
        yield Diagnostic.of("batch/begun-anew", None, Severity.NOTE)
    for line in _kept(job, flights, noted):
        kept.add(line.edition)
        yield Done(How.KEPT, line)
    noted.clear()  # of very many editions it is large
    wanted = (edition for edition in job.editions if edition not in kept)
    tasks = (Task(edition, do, (place, edition, work)) for edition in wanted)
    failures = 0
    for edition, outcome in flights.fly(tasks):
        line = _lost(edition) if isinstance(outcome, WorkersLost) else outcome
        journal.note(line)
        failures += not line.is_done
        if job.most_failures is not None and failures >= job.most_failures:
            flights.ground()
        yield Done(How.MADE if line.is_done else How.FAILED, line)


def _kept(job: Run, flights: Flights, noted: Mapping[Edition, Line]) -> Iterator[Line]:
    """What an earlier run has made, and still lies there as it was; workers look."""
    lines = [noted[item] for item in job.editions if item in noted and noted[item].is_done]
    parts = [lines[at : at + LOOKED_OVER] for at in range(0, len(lines), LOOKED_OVER)]
    tasks = (Task(part, missing, (job.results, _files_of(part))) for part in parts)
    for part, lost in flights.fly(tasks):
        if isinstance(lost, WorkersLost):
            continue  # they are made again
        owners = _owners(part)
        gone = {owners[at] for at in lost}
        yield from (line for line in part if line.edition not in gone)


def _files_of(lines: Iterable[Line]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"{line.edition.folder}/{entry['name']}", entry["sha256"])
        for line in lines
        for entry in line.files
    )


def _owners(lines: Iterable[Line]) -> list[Edition]:
    """The edition of each file that `_files_of` names."""
    return [line.edition for line in lines for _ in line.files]


def _lost(edition: Edition) -> Line:
    finding = Diagnostic.of("batch/workers-lost", None, name=name_of(edition))
    return Line(edition, findings=(finding,))
