"""Children of this process: forked, and known until they ended."""

import os
import signal
from collections.abc import Callable, Iterator

BROKEN = 70  # EX_SOFTWARE, as `ExitCode.OUR_FAULT`


def nothing(*_: object) -> None:
    """Take note of a signal and go on.

    Not `SIG_IGN`, which programs that are started from here would inherit.
    """


class Forks:
    """The children; its descriptor can be read when one of them may have ended."""

    def __init__(self) -> None:
        self.alive: set[int] = set()
        self._ready, self._wake = os.pipe()
        os.set_blocking(self._ready, False)
        os.set_blocking(self._wake, False)
        signal.signal(signal.SIGCHLD, nothing)
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)

    def fileno(self) -> int:
        """The descriptor to wait for."""
        return self._ready

    def fork(self, work: Callable[[], int]) -> int:
        """Let a child do this work and end with its exit code; the child's pid."""
        pid = os.fork()
        if pid == 0:
            code = BROKEN
            try:
                self._leave_to_parent()
                code = work()
            finally:
                os._exit(code)  # nothing of the parent's stack may be unwound here
        self.alive.add(pid)
        return pid

    def ended(self) -> Iterator[tuple[int, int]]:
        """The children that ended since, and what `waitpid` says of them."""
        try:
            while os.read(self._ready, 512):
                pass
        except BlockingIOError:
            pass
        for pid in sorted(self.alive):
            found, status = os.waitpid(pid, os.WNOHANG)
            if found:
                self.alive.remove(pid)
                yield pid, status

    def kill(self) -> None:
        """End all children now."""
        for pid in self.alive:
            os.kill(pid, signal.SIGKILL)
        for pid in self.alive:
            os.waitpid(pid, 0)
        self.alive.clear()

    def _leave_to_parent(self) -> None:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.close(self._ready)
        os.close(self._wake)
        self.alive.clear()
