"""Write files so that nobody ever meets half of one.

All bytes go into temporary files in the same folder and onto the disk first; only then is the
first of them renamed. A full disk is met before anything of the last good state is touched.
"""

import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from brochure.diagnostics import Diagnostic, Problems
from brochure.output.folder import findings_of, is_name, locked, subfolder, sync_folder

TEMPORARY = ".brochure-tmp-"


def write_files(root: Path, folder: str, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write files into a folder below `root`; their paths below it, or `Problems`."""
    target = subfolder(root, folder)
    with findings_of(target), locked(target):
        replace_files(target, files)
    return tuple(f"{folder}/{name}" for name in files)


def write_file(path: Path, data: bytes) -> None:
    """Write one file while other processes write others beside it, without a lock."""
    write_beside(path.parent, {path.name: data})


def write_beside(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files while other processes write others into the folder, without a lock.

    The folder is not looked through, so that it may hold very many.
    """
    for name in files:
        _refuse_path(name)
    _refuse_folders(folder, files)
    changed = [name for name, data in files.items() if not _lies_there(folder / name, data)]
    staged: dict[str, str] = {}
    with findings_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        for name in changed:
            with findings_of(folder / name):
                handle, staged[name] = tempfile.mkstemp(prefix=_alone(), dir=folder)
                _fill(handle, files[name])
                os.chmod(staged[name], _as_usual())
        for name in changed:
            _rename(Path(staged[name]), folder / name)
            del staged[name]
    finally:  # a full disk must not be filled by halves of files
        for left in staged.values():
            os.unlink(left)
    with findings_of(folder):
        if changed:
            sync_folder(folder)


def is_unfinished(name: str) -> bool:
    """Whether a file of this name is what a writer has not finished, or never will."""
    return name.startswith(TEMPORARY)


def sweep(folder: Path) -> None:
    """Remove what killed processes of this machine left of files that they wrote alone."""
    for path in folder.glob(f"{TEMPORARY}alone-{_host()}-*"):
        pid = path.name.removeprefix(f"{TEMPORARY}alone-{_host()}-").partition("-")[0]
        if not _lives(int(pid)):
            path.unlink(missing_ok=True)


def replace_files(folder: Path, files: Mapping[str, bytes], stale: Iterable[str] = ()) -> None:
    """Write all of these files and remove the stale ones; the folder must be locked.

    The last file is renamed after everything else is done: it speaks for the others (a manifest).
    """
    for name in (*files, *stale):
        _refuse_path(name)
    _remove_leftovers(folder)
    _refuse_folders(folder, files)
    *others, last = files
    changed = [name for name in others if not _lies_there(folder / name, files[name])]
    try:
        temporary = {name: _stage(folder, name, files[name]) for name in (*changed, last)}
        _publish(folder, temporary, stale)
    finally:
        _remove_leftovers(folder)


def _lies_there(path: Path, data: bytes) -> bool:
    """Whether a file has these bytes already; it was on the disk before its name was."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _stage(folder: Path, name: str, data: bytes) -> Path:
    """Bytes → a temporary file that is on the disk, not only in the kernel's memory."""
    path = folder / f"{TEMPORARY}{name}"
    with findings_of(folder / name):
        _fill(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), data)
    return path


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _publish(folder: Path, temporary: Mapping[str, Path], stale: Iterable[str]) -> None:
    *others, last = temporary
    for name in others:
        _rename(temporary[name], folder / name)
    for name in stale:
        with findings_of(folder / name):
            (folder / name).unlink(missing_ok=True)
    sync_folder(folder)
    _rename(temporary[last], folder / last)
    sync_folder(folder)


def _rename(source: Path, target: Path) -> None:
    with findings_of(target):
        os.replace(source, target)


def _remove_leftovers(folder: Path) -> None:
    """Remove what a killed run left; the lock says that no other run is using it."""
    for path in folder.glob(f"{TEMPORARY}*"):
        if not path.name.startswith(f"{TEMPORARY}alone-"):
            path.unlink(missing_ok=True)
    sweep(folder)


def _alone() -> str:
    return f"{TEMPORARY}alone-{_host()}-{os.getpid()}-"


def _host() -> str:
    return re.sub(r"[^a-zA-Z0-9.]", "", os.uname().nodename) or "host"


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is another person's
        pass
    return True


@cache
def _as_usual() -> int:
    """The rights of a file that is made in the usual way; a temporary one is only its owner's."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _refuse_path(name: str) -> None:
    if not is_name(name):
        raise Problems([Diagnostic.of("output/outside", None, path=name)])


def _refuse_folders(folder: Path, files: Iterable[str]) -> None:
    """A folder in a file's place would stop the renames half way; say so before the first."""
    for name in files:
        if (folder / name).is_dir():
            raise Problems([Diagnostic.of("output/folder-in-the-way", None, path=folder / name)])
