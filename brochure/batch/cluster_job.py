"""What a worker of a cluster does for one edition: make it, and leave its files in the store.

A cluster's worker is only a go-between: the work is done by a child of it that has the engine
loaded (`pool.py`). So an edition that ends its process ends nothing else, how it ended is known,
and a snapshot with other fonts gets another process.
"""

import platform
import resource
from collections.abc import Callable
from concurrent.futures import CancelledError
from functools import cache

from brochure import cache as kept
from brochure.batch.absent import Absent
from brochure.batch.answers import WorkerKilled
from brochure.batch.building import compiler_of
from brochure.batch.children import children
from brochure.batch.journal import Line
from brochure.batch.store import Store, has, store_at
from brochure.batch.workplace import Place, copy_of, own_versions
from brochure.diagnostics import Diagnostic, Problems
from brochure.document.edition import Edition
from brochure.unit_cache import FRAGMENTS, READ

MIB = 1024 * 1024
Work = Callable[[tuple[Place, Edition]], Line]


def do(place: Place, edition: Edition, work: Work) -> Line:
    """In a worker of the cluster: have a child make the edition.

    Raises `Absent` for what concerns all editions; what concerns this one becomes findings.
    """
    if own_versions() != place.versions:  # it came late, after all others were asked
        raise Absent([Diagnostic.of("batch/other-versions", None, workers=platform.node())])
    name = name_of(edition)
    try:
        with children(place) as pool:
            return pool.submit(work, (place, edition)).result()
    except (Absent, CancelledError):  # cancelled: this worker is about to end
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
    store, results, project = _store(place.store), _store(place.results), copy_of(place)
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
