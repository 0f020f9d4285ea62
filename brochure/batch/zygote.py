"""The zygote: a process that loads everything once and is then forked for each worker.

Its name is Android's. It has one thread, so that forking is safe; the caller may have many. What
it has loaded, its children share: nothing of it is loaded or stored twice.

The caller sends a byte and a descriptor, the worker's end of a line. It is told who was born, who
ended and how. When the caller hangs up, whether it ended well or was killed, the zygote kills its
workers and ends.
"""

import gc
import os
import pickle
import selectors
import signal
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from brochure.batch.answers import packed_error
from brochure.batch.forks import Forks, nothing
from brochure.batch.worker import work

Warm = Callable[[], None]
"""Loads what workers need. Comparable and picklable, so a function or a frozen dataclass."""

PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from brochure.batch.zygote import main; main()"
LINE = 0
"""The zygote has no use for its standard input: there it gets its line to the caller."""

_warmed: set[Warm] = set()


@dataclass(frozen=True)
class Born:
    """A worker was forked; the workers are born in the order in which they were asked for."""

    pid: int


@dataclass(frozen=True)
class Ended:
    """A worker is no more; `status` is that of `waitpid`."""

    pid: int
    status: int


@dataclass(frozen=True)
class Unfit:
    """What is needed can't be loaded."""

    error: bytes


def warm_up(warm: Warm) -> None:
    """Load, and let forked children share the memory: the collector touches none of it again."""
    gc.disable()
    warm()
    gc.collect()
    gc.freeze()
    gc.enable()
    _warmed.add(warm)


class Zygote:
    """The caller's side of it."""

    def __init__(self, warm: Warm, limit_mib: int) -> None:
        self.born = False
        """Whether any worker was."""
        self._line, theirs = socket.socketpair()
        with theirs:
            # What is warm already (in a child of the service) needs no loading.
            fork = warm in _warmed and threading.active_count() == 1
            self.pid = self._fork(theirs) if fork else _spawn(theirs)
        self.news = Connection(os.dup(self._line.fileno()))
        with suppress(OSError):  # it ended at once, which its line will tell
            self.news.send_bytes(pickle.dumps((warm, limit_mib)))

    def ask_for_worker(self) -> Connection:
        """Our end of the line to a worker that will be born."""
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._line, [b"w"], [theirs.fileno()])
        return Connection(ours.detach())

    def end(self) -> None:
        """Hang up and see it off, with all workers."""
        if not self.born:  # it may be loading still, and listens to nobody
            os.kill(self.pid, signal.SIGKILL)
        self._line.close()
        self.news.close()
        with suppress(ChildProcessError):  # someone else in this process waits for any child
            os.waitpid(self.pid, 0)

    def _fork(self, line: socket.socket) -> int:
        pid = os.fork()
        if pid == 0:
            try:
                self._line.close()
                serve(line)
            finally:
                os._exit(0)
        return pid


def _spawn(line: socket.socket) -> int:
    # Until it can take Ctrl-C calmly it must not get one, which ends a Python that starts up with
    # a traceback.
    return os.posix_spawn(
        sys.executable,
        [sys.executable, "-c", PROGRAM, *sys.path],
        os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, line.fileno(), LINE)],
        setsigmask=[signal.SIGINT],
    )


def main() -> None:
    """The program of a spawned zygote."""
    line = socket.socket(fileno=os.dup(LINE))
    signal.signal(signal.SIGINT, nothing)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    serve(line)


def serve(line: socket.socket) -> None:
    """Load, then fork a worker for each descriptor that comes, until the caller hangs up."""
    _leave_streams()
    signal.signal(signal.SIGINT, nothing)  # the caller decides what Ctrl-C means
    news = Connection(os.dup(line.fileno()))
    try:
        warm, limit_mib = pickle.loads(news.recv_bytes())
        if warm not in _warmed:
            warm_up(warm)
    except EOFError:
        return
    except BaseException as error:
        news.send(Unfit(packed_error(error)))
        return
    forks = Forks()
    try:
        _fork_and_tell(line, news, forks, limit_mib)
    except ConnectionError:  # the caller is gone
        pass
    finally:
        forks.kill()


def _fork_and_tell(line: socket.socket, news: Connection, forks: Forks, limit_mib: int) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(line, selectors.EVENT_READ)
        selector.register(forks, selectors.EVENT_READ)
        while True:
            ready = {key.fileobj for key, _ in selector.select()}
            for pid, status in forks.ended():
                news.send(Ended(pid, status))
            if line in ready:
                byte, handles, _, _ = socket.recv_fds(line, 1, 1)
                if not byte:
                    return
                news.send(Born(_fork(forks, line, news, handles[0], limit_mib)))


def _fork(forks: Forks, line: socket.socket, news: Connection, handle: int, limit_mib: int) -> int:
    def be_a_worker() -> int:
        line.close()
        news.close()
        os.set_inheritable(handle, False)
        return work(Connection(handle), limit_mib)

    pid = forks.fork(be_a_worker)
    os.close(handle)
    return pid


def _leave_streams() -> None:
    """Nothing is read here, and what a library prints must not be taken for a result."""
    empty = os.open(os.devnull, os.O_RDONLY)
    os.dup2(empty, 0)
    os.close(empty)
    os.dup2(2, 1)
