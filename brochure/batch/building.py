"""Make what is asked for, and nothing that is there already."""

import json
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.batch.unchanged import found_unchanged, remember, without_bytes
from brochure.document.edition import Edition, Made, Pdf
from brochure.project import Project

if TYPE_CHECKING:
    from brochure.batch.manifests import Listing
    from brochure.batch.pool import Pool
    from brochure.compiler import Compiler, Crew
    from brochure.unit_cache import Request

AHEAD = 8
"""Editions in flight for each worker; a hundred thousand would not fit in memory."""
FEW = 2
"""Up to so many editions a worker, their units are shared out; of more, whole editions."""


def build(
    project: Project,
    editions: Sequence[Edition],
    output: Path,
    *,
    strict: bool = False,
    jobs: int = 1,
) -> Iterator[Made]:
    """Every edition made and written, or found unchanged; one with an error writes nothing.

    With several `jobs`, that many other processes work; what comes out is the same.
    """
    found = [found_unchanged(project, edition, output, strict=strict) for edition in editions]
    wanted = [edition for edition, made in zip(editions, found, strict=True) if made is None]
    if jobs == 1 or not wanted:
        made = _by_itself(project, wanted, output, strict)
    elif len(wanted) <= FEW * jobs:
        made = _by_units(project, wanted, output, strict, jobs)
    else:
        made = _by_editions(project, wanted, output, strict, jobs)
    told = Told(output)
    try:
        for known in found:
            yield told.noted(known or without_bytes(next(made)))
    finally:
        told.write()


class Told:
    """What manifests are to say of records, which they say when all is over."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._listing: Listing | None = None

    def noted(self, made: Made) -> Made:
        """An edition, once what a manifest is to say of it is put aside."""
        if not made.listed:
            return made
        from brochure.batch.manifests import Listing

        self._listing = self._listing or Listing()
        self._listing.add(made.edition, map(json.loads, made.listed))
        return replace(made, listed=())

    def write(self) -> None:
        """Write the manifests."""
        if self._listing:
            from brochure.batch.store import FolderStore

            self._listing.write(FolderStore(self._output))


def _by_itself(
    project: Project, editions: Sequence[Edition], output: Path, strict: bool
) -> Iterator[Made]:
    compiler = cache(lambda: _compiler(project))
    for edition in editions:
        yield make(project, compiler(), Task(project.root, edition, output, strict))


def _by_units(
    project: Project, editions: Sequence[Edition], output: Path, strict: bool, jobs: int
) -> Iterator[Made]:
    """Units are compiled by workers; this process links them."""
    with _pool(project, editions, jobs, UNITS) as pool:
        compiler = _compiler(project, Workers(project.root, pool, jobs))
        for edition in editions:
            yield make(project, compiler, Task(project.root, edition, output, strict))


@dataclass(frozen=True)
class Workers:
    """The workers of a pool as a compiler's crew."""

    root: Path
    pool: "Pool"
    jobs: int

    def compile(self, request: "Request") -> "Future[None]":
        """Begin with a unit."""
        return self.pool.submit(compile_unit, (self.root, request))

    def paint(self, pdf: Pdf) -> "list[Future[None]]":
        """Begin with the pictures of pages, an equal part for each worker."""
        from brochure.output.pictures import missing_pictures

        missing = missing_pictures(pdf)
        parts = [missing[part :: self.jobs] for part in range(self.jobs)]
        return [self.pool.submit(paint_pages, (pdf, part)) for part in parts if part]


def _by_editions(
    project: Project, editions: Sequence[Edition], output: Path, strict: bool, jobs: int
) -> Iterator[Made]:
    """Each worker makes an edition at a time; they come back in the order they were asked for."""
    with _pool(project, editions, jobs, EDITIONS) as pool:
        begun: deque[Future[Made]] = deque()
        for edition in editions:
            task = Task(project.root, edition, output, strict)
            begun.append(pool.submit(make_edition, task))
            if len(begun) > AHEAD * jobs:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()


@dataclass(frozen=True)
class Task:
    """An edition to be made by whatever process."""

    root: Path
    edition: Edition
    output: Path
    strict: bool


def compile_unit(job: "tuple[Path, Request]") -> None:
    """In a worker: compile one unit into the cache."""
    root, request = job
    compiler_of(root).compile(request)


def paint_pages(job: tuple[Pdf, list[int]]) -> None:
    """In a worker: paint pictures of pages into the cache."""
    from brochure.output.pictures import paint_ahead

    paint_ahead(*job)


def make_edition(task: Task) -> Made:
    """In a worker: make one edition; its files are written, so their bytes stay behind."""
    return without_bytes(make(Project(task.root), compiler_of(task.root), task))


def make(project: Project, compiler: "Compiler", task: Task) -> Made:
    """Make an edition and remember from what."""
    from brochure import pipeline

    observed = project.observed()
    compiler = compiler.observing(observed)
    made = pipeline.made(observed, compiler, task.edition, task.output, strict=task.strict)
    if made.artifacts and made.edition.record is not None:
        from brochure.output import entry_of

        listed = tuple(json.dumps(entry_of(artifact)) for artifact in made.artifacts)
        made = replace(made, listed=listed)
    if made.artifacts:
        remember(observed, made, task.output, strict=task.strict)
    return made


@cache
def compiler_of(root: Path) -> "Compiler":
    """The compiler of a process that works for one project."""
    return _compiler(Project(root))


def _compiler(project: Project, crew: "Crew | None" = None) -> "Compiler":
    """Compiles units by an engine that is loaded when the first must be laid out here."""
    from brochure.compiler import Compiler
    from brochure.layout.loading import load_engine

    return Compiler(project, cache(lambda: load_engine(project.read, project.fonts)), crew)


def _pool(
    project: Project, editions: Sequence[Edition], jobs: int, modules: tuple[str, ...]
) -> "Pool":
    from brochure.batch.pool import Pool
    from brochure.batch.warmth import WarmEngine

    languages = tuple(sorted({edition.language for edition in editions}))
    return Pool(jobs, WarmEngine(project.root, languages, modules))


UNITS = ("brochure.batch.building", "brochure.compiler", "brochure.pdf.paint")
EDITIONS = (*UNITS, "brochure.pipeline", "brochure.output", "pypdfium2")
"""What workers import before their first job."""
