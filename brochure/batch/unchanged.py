"""Which editions are there already, just as they would be made now.

An edition is unchanged when all that was asked of the project for it is answered the same, our code
and the libraries are the same, and every file lies there as it was written. Nothing of the content
is read then, and neither templates nor the engine are loaded.
"""

import os
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from brochure import remembered
from brochure.cache import key_of
from brochure.document.edition import Edition, Made, Order
from brochure.output.manifest import NAME, entries_in
from brochure.project import Project
from brochure.versions import all_versions

KIND = "editions"


@dataclass(frozen=True)
class Planned:
    """What an order means."""

    editions: tuple[Edition, ...]


def planned(project: Project, order: Order) -> tuple[Edition, ...]:
    """The editions that an order means, as `pipeline.plan` says; read anew where that changed."""

    def plan(observed: Project) -> Planned:
        from brochure import pipeline

        return Planned(pipeline.plan(observed, order))

    key = key_of(str(project.root), order, all_versions())
    return remembered.remembered(project, "plans", key, Planned, plan).editions


@dataclass(frozen=True)
class Written:
    """A file as it was written: its size, when, and its SHA-256."""

    name: str
    size: int
    time: int
    """Nanoseconds."""
    sha256: str


@dataclass(frozen=True)
class Record:
    """What became of an edition, without the bytes of its files."""

    made: Made
    files: tuple[Written, ...]


def found_unchanged(
    project: Project, edition: Edition, output: Path, *, strict: bool
) -> Made | None:
    """What lies there of an edition, if it is what would be made now."""
    key = _key(project, edition, output, strict)
    record = remembered.recall(project, KIND, key, Record)
    if record is None or not all(_is_intact(output, file) for file in record.files):
        return None
    made = replace(record.made, unchanged=True)
    if _speaks_of(output / edition.folder / NAME, made):
        return replace(made, listed=())
    return made if made.listed else None  # of a run that was killed, no manifest tells yet


def remember(observed: Project, made: Made, output: Path, *, strict: bool) -> None:
    """Keep what became of an edition; `observed` was asked all that it was made from."""
    known = {artifact.path: sha256(artifact.data).hexdigest() for artifact in made.artifacts}
    names = [name for name in made.files if not name.endswith(NAME)]
    files = tuple(_written(output, name, known.get(name)) for name in names)
    record = Record(without_bytes(made), files)
    remembered.keep(observed, KIND, _key(observed, made.edition, output, strict), record)


def without_bytes(made: Made) -> Made:
    """The same without what stands in its files and in their manifest."""
    artifacts = (
        replace(artifact, data=b"", inputs=(), page_sizes=(), page_keys=())
        for artifact in made.artifacts
    )
    return replace(made, artifacts=tuple(artifacts))


def _key(project: Project, edition: Edition, output: Path, strict: bool) -> str:
    """What a record says is part of the key: the file of all records is not asked for by each."""
    values: object = None
    if edition.record is not None:
        from brochure.merging import record_of

        values = sorted(record_of(project, edition).values.items())
    return key_of(str(project.root), str(output), edition, values, strict, all_versions())


def _written(output: Path, name: str, digest: str | None) -> Written:
    path = output / name
    status = path.stat()
    return Written(name, status.st_size, status.st_mtime_ns, digest or _sha256(path))


def _is_intact(output: Path, file: Written) -> bool:
    """By size and time, as `make` does; where the time is another one, by its bytes."""
    try:
        status = os.stat(f"{output}/{file.name}")
        if (status.st_size, status.st_mtime_ns) == (file.size, file.time):
            return True
        return status.st_size == file.size and _sha256(output / file.name) == file.sha256
    except OSError:
        return False


def _sha256(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _speaks_of(manifest: Path, made: Made) -> bool:
    """Whether a folder's manifest tells of all files of an edition."""
    try:
        told = _entries(manifest, manifest.stat().st_mtime_ns)
    except OSError:
        return False
    return all(artifact.name in told for artifact in made.artifacts)


@cache
def _entries(manifest: Path, _: int) -> frozenset[str]:
    return frozenset(entry["name"] for entry in entries_in(manifest.read_bytes()))
