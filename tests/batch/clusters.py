"""A Dask cluster of programs, as a person starts them, that tests may kill."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DASK = (sys.executable, "-m", "dask")


@dataclass
class Cluster:
    """The programs of a cluster."""

    folder: Path
    environment: Mapping[str, str]
    programs: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where its scheduler listens."""
        found: str = json.loads((self.folder / "scheduler.json").read_text())["address"]
        return found

    def start_scheduler(self) -> None:
        """Start one and wait until it listens."""
        (self.folder / "scheduler.json").unlink(missing_ok=True)
        self._start("scheduler", "--port", "0", "--no-dashboard", "--no-show")
        for _ in range(300):
            with suppress(OSError, ValueError):
                if self.address:
                    return
            time.sleep(0.1)
        raise AssertionError("the scheduler does not listen")

    def start_worker(self, name: str, **environment: str) -> None:
        """A worker with one thread and a cache of its own."""
        cache = {"BROCHURE_CACHE": str(self.folder / name)}
        words = ("--nthreads", "1", "--no-dashboard", "--local-directory", str(self.folder))
        self._start("worker", "--name", name, *words, **cache, **environment)

    def kill_scheduler(self) -> None:
        """End it as a machine ends that loses power."""
        os.kill(self.programs[0].pid, signal.SIGKILL)

    def end(self) -> None:
        """End all programs."""
        for program in self.programs:
            with suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)
            program.wait()
        self.programs.clear()

    def _start(self, kind: str, *words: str, **environment: str) -> None:
        where = ("--host", "127.0.0.1", "--scheduler-file", str(self.folder / "scheduler.json"))
        paths = os.pathsep.join((environment.pop("PYTHONPATH", ""), str(ROOT), str(HERE)))
        variables = {**self.environment, **environment, "PYTHONPATH": paths.strip(os.pathsep)}
        with (self.folder / f"{kind}.log").open("ab") as log:
            program = subprocess.Popen(
                [*DASK, kind, *where, *words],
                cwd=self.folder,
                env=variables,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.programs.append(program)


@contextmanager
def started(folder: Path, environment: Mapping[str, str], workers: int = 2) -> Iterator[Cluster]:
    """A cluster that ends with the context."""
    cluster = Cluster(folder, environment)
    try:
        cluster.start_scheduler()
        for number in range(workers):
            cluster.start_worker(f"worker-{number}")
        yield cluster
    finally:
        cluster.end()


def brochure(project: Path, *words: str, **environment: str) -> "subprocess.Popen[str]":
    """A call of the command, in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "brochure", "--project", str(project), "build", *words],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C.UTF-8", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
