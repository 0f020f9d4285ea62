"""The foreman: a thread of the caller that gives jobs to the crew."""

import os
import threading
from collections import deque
from contextlib import suppress

from brochure.batch.answers import Failure, WorkerKilled
from brochure.batch.crew import Crew
from brochure.batch.job import TRIES, Job
from brochure.batch.zygote import Warm


class Foreman:
    """Owns the crew, which only its thread touches; the queue is open to all threads."""

    def __init__(self, jobs: int, warm: Warm, limit_mib: int) -> None:
        self._most = jobs
        self._queue: deque[Job] = deque()
        self._lock = threading.Lock()
        self._stopped = False
        self._ready, self._wake = os.pipe()
        os.set_blocking(self._wake, False)
        self._crew = Crew(warm, limit_mib, self._lost)  # before there is a thread: it may fork
        self._crew.listen(self._ready, lambda: os.read(self._ready, 512))
        self._thread = threading.Thread(target=self._work, name="foreman", daemon=True)
        self._thread.start()

    def take(self, job: Job) -> None:
        """A job to be done; from any thread."""
        with self._lock:
            if self._stopped:
                raise RuntimeError("the pool is closed")
            self._queue.append(job)
        self._rouse()

    def stop(self) -> None:
        """End the thread and all processes; jobs that are not done are cancelled."""
        with self._lock:
            self._stopped = True
        self._rouse()
        self._thread.join()

    def _rouse(self) -> None:
        with suppress(BlockingIOError):  # so many calls are unread that one more says nothing
            os.write(self._wake, b".")

    def _work(self) -> None:
        try:
            while not self._stopped:
                self._hire()
                self._give()
                for key, _ in self._crew.selector.select():
                    key.data()
        finally:  # also after a fault of ours nobody may wait for ever
            with self._lock:
                self._stopped = True
            for job in (*self._crew.dismiss(), *self._queue):
                job.cancel()

    def _hire(self) -> None:
        """As many workers as there is work for."""
        busy = sum(1 for worker in self._crew.workers if worker.job)
        wanted = min(self._most, busy + len(self._queue)) - len(self._crew.workers)
        if wanted > 0 and not self._crew.unfit:
            self._crew.hire(wanted)

    def _give(self) -> None:
        idle = self._crew.idle()
        while self._queue and (idle or self._crew.unfit):
            job = self._queue.popleft()
            if job.future.cancelled():
                continue
            if self._crew.unfit:
                job.settle(Failure(self._crew.unfit))
            else:
                self._crew.give(idle.pop(), job)

    def _lost(self, job: Job, how: str) -> None:
        """A job ended its worker, or somebody did; it is tried once more."""
        job.killed += 1
        if job.killed < TRIES:
            self._queue.appendleft(job)
        else:
            job.settle(Failure(WorkerKilled(how)))
