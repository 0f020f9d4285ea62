"""What a worker of a cluster does for one edition: make it, and leave its files in the store.

A cluster's worker is only a go-between: the work is done by a child of it that has the engine
loaded (`pool.py`). So an edition that ends its process ends nothing else, how it ended is known,
and a snapshot with other fonts gets another process.
"""

import os
import platform
import resource
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from brochure import cache as kept
from brochure.batch.absent import Absent
from brochure.batch.answers import WorkerKilled
from brochure.batch.building import EDITIONS, compiler_of
from brochure.batch.journal import Line
from brochure.batch.snapshot import check_out
from brochure.batch.store import Store, has, store_at
from brochure.diagnostics import Diagnostic, Problems
from brochure.document.edition import Edition
from brochure.project import Project
from brochure.unit_cache import FRAGMENTS, READ
from brochure.versions import all_versions

if TYPE_CHECKING:
    from brochure.batch.pool import Pool

PROJECTS = "projects"
MIB = 1024 * 1024


@dataclass(frozen=True)
class Place:
    """What all editions of a job have in common: from where, into where, made by what and how."""

    snapshot: str
    store: str
    results: str
    versions: tuple[str, str]
    languages: tuple[str, ...]
    strict: bool = False
    memory: int = 0
    """Bytes that making an edition may take."""
    shares_fragments: bool = False
    """Whether fragments lie in the store too."""


Work = Callable[[tuple[Place, Edition]], Line]


def own_versions() -> tuple[str, str]:
    """What a worker and its client must have in common: Python, and all that is installed."""
    return platform.python_version(), all_versions()


def do(place: Place, edition: Edition, work: Work) -> Line:
    """In a worker of the cluster: have a child make the edition.

    Raises `Absent` for what concerns all editions; what concerns this one becomes findings.
    """
    if own_versions() != place.versions:  # it came late, after all others were asked
        raise Absent([Diagnostic.of("batch/other-versions", None, workers=platform.node())])
    name = name_of(edition)
    try:
        with _children(place) as pool:
            return pool.submit(work, (place, edition)).result()
    except Absent:
        raise
    except Problems as problems:  # that keep the engine from being loaded
        return Line(edition, findings=problems.diagnostics)
    except WorkerKilled as killed:
        finding = Diagnostic.of("batch/job-killed", None, name=name, how=killed.how)
    except MemoryError:
        limit = place.memory // MIB
        finding = Diagnostic.of("batch/job-memory", None, name=name, limit=limit)
    except Exception as error:
        text = f"{type(error).__name__}: {error}".splitlines()[0]
        finding = Diagnostic.of("batch/job-failed", None, name=name, error=text)
    return Line(edition, findings=(finding,))


def make_files(job: tuple[Place, Edition]) -> Line:
    """In a child: make an edition and write its files, the manifest apart."""
    place, edition = job
    from brochure import pipeline
    from brochure.output import finished

    _limit_memory(place.memory)
    store, results, project = _store(place.store), _store(place.results), _project(place)
    kept.beyond((FRAGMENTS, READ), store if place.shares_fragments else None)
    try:
        compiler = compiler_of(project.root)
        made, findings = pipeline.approved(project, compiler, edition, strict=place.strict)
    except Absent:
        raise
    except Problems as problems:
        return Line(edition, findings=problems.diagnostics)
    new = finished(made)
    for name, data in new.files.items():
        results.write(f"{edition.folder}/{name}", data)
    return Line(edition, new.entries, findings)


def missing(results: str, files: tuple[tuple[str, str], ...]) -> list[int]:
    """Which of these files (name, SHA-256) are not there as they were written."""
    store = store_at(results)
    return [at for at, (name, digest) in enumerate(files) if not has(store, name, digest)]


def name_of(edition: Edition) -> str:
    """How a person knows an edition: by its record where it has one."""
    name = f"{edition.folder}/{edition.name or edition.format}"
    return f"{name} ({edition.record})" if edition.record is not None else name


def _limit_memory(size: int) -> None:
    """Let this process have no more; Linux counts what it writes to, shared pages included."""
    if size:
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (size, most))


@cache
def _store(url: str) -> Store:
    return store_at(url)


@cache
def _project(place: Place) -> Project:
    """A snapshot never changes, so what is known of its files is known for good."""
    return Project(check_out(_store(place.store), place.snapshot, kept.folder(PROJECTS)))


class _Pools:
    """A pool of children a snapshot; one that nobody uses makes way for the next."""

    def __init__(self) -> None:
        self._pools: dict[Place, Pool] = {}
        self._users: dict[Place, int] = {}
        self._lock = threading.Lock()

    @contextmanager
    def of(self, place: Place) -> Iterator["Pool"]:
        """The pool of a snapshot, while it is used."""
        with self._lock:
            if place not in self._pools:
                self._close_unused()
                self._pools[place] = _new_pool(place)
            self._users[place] = self._users.get(place, 0) + 1
        try:
            yield self._pools[place]
        finally:
            with self._lock:
                self._users[place] -= 1

    def _close_unused(self) -> None:
        for place in [place for place in self._pools if not self._users[place]]:
            self._pools.pop(place).close()


_children = _Pools().of


def _new_pool(place: Place) -> "Pool":
    """As many children as this worker has threads that ask for one."""
    from brochure.batch.pool import Pool
    from brochure.batch.warmth import WarmEngine

    project = Project(check_out(store_at(place.store), place.snapshot, kept.folder(PROJECTS)))
    modules = (*EDITIONS, __name__)
    return Pool(os.cpu_count() or 1, WarmEngine(project.root, place.languages, modules))
