"""The project as it is when a job begins, for machines that don't share its disk.

Its files lie in the store by their hashes, and a list of names and hashes beside them, whose own
hash is the snapshot's name. Whoever edits the project meanwhile changes nothing of the job.
"""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from brochure.batch.store import Store, StoreFailed, has
from brochure.diagnostics import Diagnostic
from brochure.output import write_file
from brochure.output.folder import subfolder
from brochure.project import Project

FOLDER = "project"
FILES = f"{FOLDER}/files"
UNFINISHED = ".part-"
FORGOTTEN = 30 * 24 * 3600
"""Seconds after which a copy that no job has used is removed."""


def take(project: Project, publications: Iterable[str], store: Store) -> str:
    """Put what these publications are made from into the store; the snapshot's name."""
    files = _files(project, publications)
    there = set(store.list(FILES))
    for name, digest in files.items():
        if f"{FILES}/{digest}" not in there:
            store.write(f"{FILES}/{digest}", project.read(name))
    listed = json.dumps(files, sort_keys=True, indent=0).encode()
    snapshot = sha256(listed).hexdigest()
    if not has(store, _list_of(snapshot), snapshot):
        store.write(_list_of(snapshot), listed)
    return snapshot


def check_out(store: Store, snapshot: str, folder: Path) -> Path:
    """A copy of the project on this machine's disk; processes that come together share one."""
    target = folder / snapshot
    if not target.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        _remove_forgotten(folder)
        unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder))
        try:
            _fill(unfinished, store, snapshot)
            with suppress(OSError):  # another process was quicker
                unfinished.rename(target)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    os.utime(target)
    return target


def _files(project: Project, publications: Iterable[str]) -> Mapping[str, str]:
    """Name → hash of every file that an edition may ask for; none that lies outside."""
    folders = (
        "fonts",
        "formats",
        "styles",
        *(f"content/{name}" for name in sorted(set(publications))),
    )
    names = [name for folder in folders for name in project.files_like(f"{folder}/**/*")]
    return {name: digest for name in names if (digest := project.digest(name))}


def _fill(folder: Path, store: Store, snapshot: str) -> None:
    files: dict[str, str] = json.loads(_sound(store, _list_of(snapshot), snapshot))
    for name, digest in files.items():
        write_file(subfolder(folder, name), _sound(store, f"{FILES}/{digest}", digest))


def _sound(store: Store, name: str, digest: str) -> bytes:
    """A file of the store; `StoreFailed` where it is not what it is called."""
    try:
        data = store.read(name)
    except FileNotFoundError:
        data = b""
    if sha256(data).hexdigest() != digest:
        raise StoreFailed([Diagnostic.of("batch/store-damaged", None, url=store.url, name=name)])
    return data


def _list_of(snapshot: str) -> str:
    return f"{FOLDER}/{snapshot}.json"


def _remove_forgotten(folder: Path) -> None:
    for path in folder.iterdir():
        with suppress(OSError):  # another process may just have removed it
            if time.time() - path.stat().st_mtime > FORGOTTEN:
                shutil.rmtree(path, ignore_errors=True)
