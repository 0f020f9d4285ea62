"""What the workers of the tests do; they import it by its name."""

import os
import signal
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

from brochure.batch.journal import Line
from brochure.batch.store import store_at
from brochure.batch.workplace import Place
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.edition import Edition

PROBLEMS = (
    Diagnostic.of("content/figure-alt", Span("content/a/de.yaml", 3, 7)),
    Diagnostic.of("project/file-missing", Span("content/a/en.yaml"), file="x"),
)
HELD: list[bytes] = []


def nothing() -> None:
    """Warm enough."""


def cannot_load() -> None:
    raise OSError("cannot load library 'libpango-1.0-0': error 0x7e")


def dies_while_loading() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def loads_slowly() -> None:
    time.sleep(1)


def square(number: int) -> int:
    return number * number


def slow_square(number: int) -> int:
    time.sleep(0.005)
    return number * number


def large(number: int) -> bytes:
    return bytes([number % 256]) * 400_000


def pid(_: object) -> int:
    return os.getpid()


def parent(_: object) -> int:
    return os.getppid()


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def poison(number: int) -> int:
    """Every seventh input ends its worker, each in another way."""
    if number % 7 == 3:
        (os.abort, lambda: os._exit(5), lambda: os.kill(os.getpid(), signal.SIGKILL))[number % 3]()
    return number


def kills_once(folder: str) -> str:
    try:
        Path(folder, "killed").mkdir()
    except FileExistsError:
        return "second time"
    os.kill(os.getpid(), signal.SIGKILL)
    return "never"


def grow(mib: int) -> int:
    HELD.append(os.urandom(1) * (mib * 1024 * 1024))
    return os.getpid()


def raises(name: str) -> None:
    raise {
        "problems": Problems(PROBLEMS),
        "value": ValueError("no", 3),
        "exit": SystemExit(4),
        "hermit": Hermit("far", "away"),
    }[name]


def lambda_(_: object) -> Any:
    return lambda: None


class Hermit(Exception):  # noqa: N818 - it never leaves its cave
    """Pickles well, but can't be read back."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


def interpreter(_: object) -> tuple[int, str]:
    """How many threads a worker has, and what it reads."""
    import sys

    return len(os.listdir("/proc/self/task")), sys.stdin.read()


def trivial(job: tuple[Place, Edition]) -> Line:
    """Makes a file in no time; what a record is called says what becomes of it."""
    place, edition = job
    deed, name = (edition.record or "").partition("-")[0], f"{edition.record}.txt"
    if deed == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    if deed == "memory":
        raise MemoryError
    if deed == "fault":
        raise KeyError("ours")
    if deed == "wrong":
        return Line(edition, findings=PROBLEMS)
    data = name.encode()
    store_at(place.results).write(f"{edition.folder}/{name}", data)
    entry = {"name": name, "sha256": sha256(data).hexdigest(), "bytes": len(data)}
    return Line(edition, (entry,))
