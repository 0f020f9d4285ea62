"""A piece of work that can be done again and again, and what it cost each time."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks import ROOT
from benchmarks.absent import Failed
from benchmarks.processes import Watch, cpu


@dataclass(frozen=True)
class Cost:
    """Seconds of wall and of cpu for each file; MiB at the peak where that was watched."""

    wall: float
    cpu: float
    memory: float | None = None


class Work(Protocol):
    """Something that is measured: it is done once a call."""

    made: Path | None
    """The PDF that it has made, if its content can be looked at."""

    def __call__(self, *, watched: bool = False) -> Cost:
        """Do it once. To watch memory takes time, so that cost is not one of time."""
        ...

    def close(self) -> None:
        """End what it keeps running."""
        ...


class Command:
    """A whole process, from its start to its end; its cost is shared by the files that it makes."""

    def __init__(
        self,
        words: Sequence[str],
        environment: Mapping[str, str],
        *,
        before: Callable[[], object] = lambda: None,
        made: Path | None = None,
        files: int = 1,
    ) -> None:
        self.words, self.environment, self.before = words, environment, before
        self.made, self.files = made, files

    def __call__(self, *, watched: bool = False) -> Cost:
        """Run it to its end; anything but success is `Failed`, told on stderr with its words."""
        self.before()
        launcher = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.launch", *self.words],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        with Watch(launcher.pid, launcher=True) if watched else nullcontext() as watch:
            said, complaints = launcher.communicate()
        cost = json.loads(said)
        if cost["code"]:
            print(" ".join(self.words), complaints, sep="\n", file=sys.stderr)
            raise Failed(f"exit code {cost['code']}")
        memory = watch.peak if watch else None
        return Cost(cost["wall"] / self.files, cost["cpu"] / self.files, memory)

    def close(self) -> None:
        """Nothing runs on."""


class Resident:
    """A process that stays: `benchmarks.resident`, which makes a file for each edit."""

    def __init__(
        self,
        module: str,
        folder: Path,
        environment: Mapping[str, str],
        *,
        edit: str,
        python: Path | str = sys.executable,
    ) -> None:
        self.edit, self.count = edit, 0
        self.made: Path | None = folder / "made.pdf"
        self.process = subprocess.Popen(
            [str(python), "-m", "benchmarks.resident", module, str(folder), str(self.made)],
            env=environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._reply()

    def __call__(self, *, watched: bool = False) -> Cost:
        """One edit: its source is changed, its file is made anew."""
        self.count += 1
        with Watch(self.process.pid) if watched else nullcontext() as watch:
            used, start = cpu(self.process.pid), time.perf_counter()
            assert self.process.stdin
            self.process.stdin.write(f"{self.edit} {self.count}\n")
            self.process.stdin.flush()
            self._reply()
            wall = time.perf_counter() - start
            used = cpu(self.process.pid) - used
        return Cost(wall, used, watch.peak if watch else None)

    def close(self) -> None:
        """Let it end."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()

    def _reply(self) -> None:
        assert self.process.stdout
        if self.process.stdout.readline() != "made\n":
            self.close()
            raise Failed(f"exit code {self.process.returncode}")
