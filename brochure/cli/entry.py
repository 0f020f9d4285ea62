"""The door of the command: a service that has the engine loaded may do a call, else this process.

Most calls meet no service, so nothing is imported to look for one: a few questions to the file
system tell.
"""

import os
import sys

SERVED = ("build", "check")
MARKERS = ("content", "styles", "fonts")
"""The folders that make a project (`project.py`, which is not imported here)."""
SELDOM = (100_000, 50, 50)
"""Imports and layout make very many small objects that live to the end; looking for garbage among
them as often as Python does by itself takes a tenth of a build (nine pairs, median 0.90)."""
VALUED = ("--project", "--lang", "--report")


def main() -> None:
    """Run one call."""
    import gc  # not at the top: to look for a service, nothing is imported

    gc.set_threshold(*SELDOM)
    words = sys.argv[1:]
    if address := _service(words):
        from brochure.cli.client import served

        code = served(address, words)
        if code is not None:
            sys.exit(code)
    from brochure.cli.main import main as run

    run()


def address_of(root: str) -> str:
    """Where the service of a project listens: a socket named by the folder's place on the disk."""
    place = os.stat(root)
    if runtime := os.environ.get("XDG_RUNTIME_DIR"):
        folder = os.path.join(runtime, "brochure")
    else:
        cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
        folder = os.path.join(cache, "brochure", "service")
    return os.path.join(folder, f"{place.st_dev:x}-{place.st_ino:x}.sock")


def is_private(folder: str) -> bool:
    """Whether only its owner, who is this person, may enter."""
    found = os.lstat(folder)
    return found.st_uid == os.getuid() and found.st_mode & 0o077 == 0


def root_above(folder: str) -> str | None:
    """The project at or above a folder."""
    folder = os.path.realpath(folder)
    while not all(os.path.isdir(os.path.join(folder, name)) for name in MARKERS):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def _service(words: list[str]) -> str | None:
    """The socket of a service that may do this call."""
    if os.environ.get("BROCHURE_DAEMON") == "0" or "_BROCHURE_COMPLETE" in os.environ:
        return None
    verb, start = verb_and_start(words)
    try:
        if verb not in SERVED or "dask" in words or "--engine=dask" in words:
            return None  # a cluster's client starts processes, and a service's child is no program
        if not (root := root_above(start)):
            return None
        address = address_of(root)
        return address if is_private(os.path.dirname(address)) and os.stat(address) else None
    except OSError:
        return None


def verb_and_start(words: list[str]) -> tuple[str, str]:
    """The verb, and where to look for the project."""
    verb, start, option = "", ".", ""
    for word in words:
        if option:
            start, option = (word if option == "--project" else start), ""
        elif word in VALUED:
            option = word
        elif word.startswith("--project="):
            start = word.partition("=")[2]
        elif not word.startswith("-") and not verb:
            verb = word
    return verb, start
