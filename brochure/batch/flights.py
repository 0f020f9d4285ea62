"""Tasks in flight on a cluster: few at a time, however many there are, and what became of each."""

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass
from itertools import islice
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from brochure.batch.absent import Absent
from brochure.diagnostics import Diagnostic

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")

AHEAD = 3
"""Tasks in flight for each thread of a worker: one is done, the others are at hand."""
TRIES = 3
"""How often a task is given to a cluster that says that it loses its workers by it. Others that
waited at those workers are counted as guilty by Dask too."""
PATIENCE = 60
"""Seconds without any worker after which a run stops."""
PAUSE = 1.0


class WorkersLost(Exception):  # noqa: N818 - it says what happened
    """A task was given to one worker after another, and all of them ended."""


@dataclass(frozen=True)
class Task(Generic[T]):
    """A function of a module that workers have, its arguments, and what it is for."""

    item: T
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    tries: int = 0


class Flights:
    """Sends tasks to a cluster."""

    def __init__(self, client: "Client") -> None:
        self._client = client
        self._over: SimpleQueue[Future[Any]] = SimpleQueue()
        self._flying: dict[object, tuple[Future[Any], Task[Any]]] = {}
        self._threads, self._asked, self._seen = 0, 0.0, time.monotonic()
        self._grounded = False

    def fly(self, tasks: Iterable[Task[T]]) -> Iterator[tuple[T, Any]]:
        """Each task's item as it gets done, with the result or `WorkersLost`; raises `Absent`."""
        waiting = iter(tasks)
        try:
            while True:
                room = self._room()
                for task in (started := list(islice(waiting, room))):
                    self._start(task)
                if not self._flying and (self._grounded or len(started) < room):
                    return
                yield from self._landed()
        finally:
            for future, _ in self._flying.values():
                future.release()
            self._flying.clear()

    def ground(self) -> None:
        """Start no more; those in flight come down."""
        self._grounded = True

    def _start(self, task: Task[Any]) -> None:
        future = self._client.submit(task.function, *task.arguments, pure=False)
        self._flying[future.key] = future, task
        future.add_done_callback(self._over.put)

    def _landed(self) -> Iterator[tuple[Any, Any]]:
        """What comes down within a moment, if anything."""
        try:
            future = self._over.get(timeout=PAUSE)
        except Empty:
            return
        if future.key not in self._flying:  # of a flight that nobody waits for any more
            return
        _, task = self._flying.pop(future.key)
        outcome = self._outcome(future)
        if isinstance(outcome, WorkersLost) and task.tries + 1 < TRIES:
            self._start(Task(task.item, task.function, task.arguments, task.tries + 1))
        else:
            yield task.item, outcome

    def _outcome(self, future: "Future[Any]") -> Any:
        from distributed import KilledWorker

        try:
            return future.result()
        except KilledWorker as error:
            return WorkersLost(str(error))
        except (CancelledError, TimeoutError, OSError) as error:  # we cancel nothing ourselves
            raise _lost() from error

    def _room(self) -> int:
        """How many more may fly."""
        if time.monotonic() - self._asked >= PAUSE:
            self._ask()
        if self._grounded:
            return 0
        return max(0, self._threads * AHEAD - len(self._flying))

    def _ask(self) -> None:
        """How large the cluster is just now."""
        try:
            self._threads = sum(self._client.nthreads().values())
        except Exception as error:
            raise _lost() from error
        self._asked = time.monotonic()
        if self._threads:
            self._seen = self._asked
        elif self._asked - self._seen > PATIENCE:
            raise Absent([Diagnostic.of("batch/no-workers", None, seconds=PATIENCE)])


def _lost() -> Absent:
    return Absent([Diagnostic.of("batch/scheduler-lost")])
