"""A pool of warm workers: many jobs at once, each in a process that may be killed.

caller → foreman (its thread: queue) → crew (lines) → zygote (loaded once) ⇒ workers

One job a worker at a time, over a line of their own: what a killed worker was at is known and is
given to another, and no lock or half a message of it is left to stop the rest.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from itertools import islice
from queue import SimpleQueue
from types import TracebackType
from typing import Any, TypeVar

from brochure.batch.answers import Done, Failure
from brochure.batch.foreman import Foreman
from brochure.batch.job import Job
from brochure.batch.zygote import Warm

T = TypeVar("T")
R = TypeVar("R")

LIMIT_MIB = 512
"""A brochure needs about 100 MiB and 1.1 MiB a page; a new worker costs some milliseconds."""

AHEAD = 2
"""Inputs in flight for each worker: one it works at, one that waits."""


class Pool:
    """`jobs` workers, forked from one process that `warm` has loaded."""

    def __init__(self, jobs: int, warm: Warm, limit_mib: int = LIMIT_MIB) -> None:
        """Begin to load, and return at once."""
        self._jobs = jobs
        self._foreman = Foreman(jobs, warm, limit_mib)

    def run(self, function: Callable[[T], R], inputs: Iterable[T]) -> Iterator[Done[T, R]]:
        """Each input as it gets done; inputs are taken only when a worker is near."""
        waiting = iter(inputs)
        over: SimpleQueue[Future[R]] = SimpleQueue()
        flying: dict[Future[R], T] = {}
        try:
            while True:
                for item in islice(waiting, self._jobs * AHEAD - len(flying)):
                    future = self.submit(function, item)
                    flying[future] = item
                    future.add_done_callback(over.put)
                if not flying:
                    return
                future = over.get()
                item = flying.pop(future)
                yield Done(item, _outcome(future))
        finally:
            for future in flying:
                future.cancel()

    def submit(self, function: Callable[[T], R], value: T) -> "Future[R]":
        """One job, for a caller that goes on by itself."""
        future: Future[Any] = Future()
        try:
            data = pickle.dumps((function, value), pickle.HIGHEST_PROTOCOL)
        except Exception as error:
            future.set_exception(error)
        else:
            self._foreman.take(Job(data, future))
        return future

    def close(self) -> None:
        """End all processes now; what is not done is cancelled."""
        self._foreman.stop()

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _outcome(future: "Future[Any]") -> Any:
    try:
        error = future.exception()
    except CancelledError as cancelled:
        return Failure(cancelled)
    return Failure(error) if error else future.result()
