"""The crew: workers and the zygote that they are born of, as the caller's thread knows them."""

import selectors
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from brochure.batch.answers import Failure, WorkerKilled, how_ended, unpacked
from brochure.batch.job import TRIES, Job
from brochure.batch.zygote import Born, Ended, Unfit, Warm, Zygote


@dataclass(eq=False)
class Worker:
    """One worker; it is born when it has a pid, and no more when its line is closed."""

    line: Connection
    zygote: Zygote
    pid: int = 0
    job: Job | None = None


class Crew:
    """Starts processes, and turns what they say into answers (`heard`) and lost jobs (`lost`)."""

    def __init__(self, warm: Warm, limit_mib: int, lost: Callable[[Job, str], None]) -> None:
        self.workers: list[Worker] = []
        self.unfit: BaseException | None = None
        """Why no worker can be had."""
        self.selector = selectors.DefaultSelector()
        self._warm, self._limit, self._lost = warm, limit_mib, lost
        self._stillborn = 0
        self._zygote: Zygote | None = self._start_zygote()

    def idle(self) -> list[Worker]:
        """Those who wait for a job."""
        return [worker for worker in self.workers if worker.pid and not worker.job]

    def hire(self, count: int) -> None:
        """Ask for more workers; they can be used when they are born."""
        self._zygote = self._zygote or self._start_zygote()
        with suppress(OSError):  # it ended just now, which its line will tell
            for _ in range(count):
                self.workers.append(Worker(self._zygote.ask_for_worker(), self._zygote))

    def give(self, worker: Worker, job: Job) -> None:
        """Let a worker begin."""
        worker.job = job
        with suppress(OSError):  # it ended just now, which its zygote will tell
            worker.line.send_bytes(job.data)

    def dismiss(self) -> list[Job]:
        """End all processes; the jobs that they were at."""
        jobs = [worker.job for worker in self.workers if worker.job]
        for worker in list(self.workers):
            self._part(worker)
        if self._zygote:
            self.selector.unregister(self._zygote.news)
            self._zygote.end()
        self.selector.close()
        return jobs

    def listen(self, source: Any, hear: Callable[[], object]) -> None:
        """Call `hear` when there is something to read."""
        self.selector.register(source, selectors.EVENT_READ, hear)

    def _hear(self, worker: Worker) -> None:
        """An answer; or, if the worker is no more, silence."""
        if worker.line.closed:
            return
        try:
            data = worker.line.recv_bytes()
        except (EOFError, OSError):
            self.selector.unregister(worker.line)
            worker.line.close()
            if worker.zygote is not self._zygote:  # nobody is left to tell how it ended
                self._lose(worker, None)
            return
        job, worker.job = worker.job, None
        if data[0]:
            self._part(worker)
        if job:
            job.settle(_outcome(data[1:]))

    def _hear_news(self, zygote: Zygote) -> None:
        try:
            news = zygote.news.recv()
        except (EOFError, OSError):
            self._lose_zygote(zygote)
            return
        match news:
            case Born(pid):
                zygote.born = True
                worker = next(w for w in self.workers if w.zygote is zygote and not w.pid)
                worker.pid = pid
                self.listen(worker.line, lambda: self._hear(worker))
            case Ended(pid, status):
                for worker in [w for w in self.workers if (w.zygote, w.pid) == (zygote, pid)]:
                    self._hear(worker)  # it may have answered before it ended
                    self._lose(worker, status)
            case Unfit(error):
                self.unfit = _error(error)

    def _lose(self, worker: Worker, status: int | None) -> None:
        if worker in self.workers:
            self._part(worker)
            if worker.job:
                self._lost(worker.job, how_ended(status))

    def _lose_zygote(self, zygote: Zygote) -> None:
        """Its workers go on; only new ones need a new zygote."""
        self.selector.unregister(zygote.news)
        zygote.end()
        self._zygote = None
        self._stillborn = 0 if zygote.born else self._stillborn + 1
        if self._stillborn >= TRIES and not self.unfit:
            self.unfit = WorkerKilled("while the engine was loaded")
        for worker in [w for w in self.workers if w.zygote is zygote]:
            if not worker.pid or worker.line.closed:
                self._lose(worker, None)

    def _part(self, worker: Worker) -> None:
        self.workers.remove(worker)
        if not worker.line.closed:
            with suppress(KeyError):  # before it was born nobody listened
                self.selector.unregister(worker.line)
            worker.line.close()

    def _start_zygote(self) -> Zygote:
        zygote = Zygote(self._warm, self._limit)
        self.listen(zygote.news, lambda: self._hear_news(zygote))
        return zygote


def _outcome(data: bytes) -> object:
    try:
        return unpacked(data)
    except Exception as error:  # its class can't be imported or read back here
        return Failure(error)


def _error(data: bytes) -> BaseException:
    outcome = _outcome(data)
    assert isinstance(outcome, Failure)
    return outcome.error
