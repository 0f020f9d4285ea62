"""A process and all that it has started, by `/proc`: their cpu and their memory.

Memory is the sum of the proportional set sizes (PSS): what several processes share counts once.
"""

import ctypes
import os
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
SET_CHILD_SUBREAPER = 36
PAUSE = 0.02


def adopt_orphans() -> None:
    """Become the parent of grandchildren whose parent ends (prctl(2)), so that none is lost."""
    ctypes.CDLL(None, use_errno=True).prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def family(root: int) -> list[int]:
    """The process and all below it that live now."""
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [root]
    for process in found:  # grows while it is walked
        found += children.get(process, [])
    return found


def cpu(root: int) -> float:
    """Seconds of cpu of the family so far, those of its dead members with them."""
    return sum(map(_cpu_of, family(root)))


def memory(processes: Iterable[int]) -> float:
    """MiB that they hold together."""
    return sum(map(_pss, processes))


class Watch(threading.Thread):
    """Looks at the memory of a family again and again; `peak` is the most that it saw.

    The head of the family is left out where it only launches.
    """

    def __init__(self, root: int, *, launcher: bool = False) -> None:
        super().__init__(daemon=True)
        self.root, self.first, self.peak = root, int(launcher), 0.0
        self._over = threading.Event()

    def run(self) -> None:
        """Look until it is over."""
        while not self._over.is_set():
            self.peak = max(self.peak, memory(family(self.root)[self.first :]))
            self._over.wait(PAUSE)

    def __enter__(self) -> "Watch":
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._over.set()
        self.join()


def _cpu_of(process: int) -> float:
    """Its own seconds by its clock in nanoseconds, and those of its children that have ended."""
    fields = _stat(process)
    if not fields:
        return 0.0
    ended = (int(fields[13]) + int(fields[14])) / TICKS
    try:
        # The clock of another process, as clock_getcpuclockid(3) makes its name on Linux.
        return time.clock_gettime((~process << 3) | 2) + ended
    except OSError:
        return ended


def _stat(process: int) -> list[str]:
    """The fields of `/proc/PID/stat` from the state on; none when it has ended."""
    try:
        return (
            (PROC / str(process) / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        )
    except OSError:
        return []


def _pss(process: int) -> float:
    try:
        lines = (PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
