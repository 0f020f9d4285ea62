"""The service of one project: it has the engine loaded, and forks a child for each call.

As Mercurial's chg does: the child takes over the caller's streams, folder and environment, does the
call as any process would, and tells the caller its exit code. The service itself has one thread,
looks at nobody's content, and ends when nobody calls or when what it loaded has changed.
"""

import json
import os
import select
import signal
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from brochure.batch.call import Call
from brochure.batch.forks import Forks
from brochure.batch.loaded import state_of
from brochure.batch.peer import peer_uid
from brochure.batch.place import listening, locked
from brochure.batch.zygote import Warm, warm_up

PATIENCE = 2.0
"""Seconds that a caller may take to say what it wants."""


@dataclass(frozen=True)
class Charge:
    """What a service is for."""

    address: Path
    facts: Mapping[str, object]
    """What a caller must have in common with it."""
    warm: Warm
    watched: Sequence[Path]
    """Folders whose files were loaded."""
    run: Callable[[list[str]], int]
    idle: float
    """Seconds without a call after which it ends."""
    owner: int = field(default_factory=os.getuid)


class Service:
    """One service, from its first call to its last."""

    def __init__(self, charge: Charge) -> None:
        self._charge = charge
        self._state = state_of(charge.watched)
        self._lock = locked(charge.address)
        self._lines: dict[int, tuple[socket.socket, int]] = {}
        self._served, self._began, self._last = 0, time.time(), time.monotonic()
        self._ending = self._asked_to_end = False

    def serve(self, ready: Callable[[], None]) -> None:
        """Load, listen, tell that all is ready, and answer until there is nobody to answer."""
        warm_up(self._charge.warm)
        self._forks = Forks()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._note_end)
        self._poll = select.poll()
        self._listener = listening(self._charge.address)
        self._poll.register(self._listener, select.POLLIN)
        self._poll.register(self._forks, select.POLLIN)
        ready()
        try:
            while self._lines or not self._ending:
                self._turn()
        finally:
            self._end()

    def _turn(self) -> None:
        """One round: whoever calls, whoever ended, whoever hung up."""
        wait = None if self._lines else self._patience() * 1000
        ready = {handle for handle, _ in self._poll.poll(wait)}
        for pid, status in self._forks.ended():
            self._see_off(pid, status)
        for handle in ready & set(self._lines):
            self._hang_up(handle)
        # Only now, as a new line may get the number of one that was closed above.
        if not self._ending and self._listener.fileno() in ready:
            self._answer(self._listener.accept()[0])
        if self._asked_to_end or (not self._lines and self._patience() <= 0):
            self._end()

    def _patience(self) -> float:
        return max(0.0, self._charge.idle - (time.monotonic() - self._last))

    def _note_end(self, *_: object) -> None:
        """By a signal; the loop wakes, as signals write to the descriptor of `Forks`."""
        self._asked_to_end = True

    def _answer(self, line: socket.socket) -> None:
        try:
            line.settimeout(PATIENCE)
            if peer_uid(line) not in (self._charge.owner, None):
                return line.close()
            question = json.loads(line.makefile("rb").readline())
            if not self._answered(line, question):
                line.close()
        except (OSError, ValueError, TypeError, KeyError):
            line.close()

    def _answered(self, line: socket.socket, question: Any) -> bool:
        """Whether the line is still in use, because a child works for it."""
        if question["ask"] == "run":
            reason = self._refusal(question)
            if not reason:
                self._begin(line, Call(question, line))
                return True
            _say(line, {"refused": reason})
        elif question["ask"] == "status":
            _say(line, self._status())
        elif question["ask"] == "stop":
            self._end()
            _say(line, {"pid": os.getpid()})
        return False

    def _refusal(self, question: Any) -> str:
        if state_of(self._charge.watched) != self._state:
            self._end()
            return "stale"
        return "" if question["facts"] == self._charge.facts else "other"

    def _begin(self, line: socket.socket, call: Call) -> None:
        self._served, self._last = self._served + 1, time.monotonic()

        def be_a_call() -> int:
            self._leave_to_parent(line)
            return call.take_over(self._charge.run)

        pid = self._forks.fork(be_a_call)
        self._lines[line.fileno()] = (line, pid)
        # Only a hang-up is of interest: what the caller still says is for the child.
        self._poll.register(line, 0)

    def _leave_to_parent(self, line: socket.socket) -> None:
        self._listener.close()
        os.close(self._lock)
        for other, _ in self._lines.values():
            other.close()
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def _see_off(self, pid: int, status: int) -> None:
        """A child that told its exit code is believed; of another the caller learns here."""
        for handle, (line, of) in list(self._lines.items()):
            if of == pid:
                del self._lines[handle]
                with suppress(KeyError):  # it hung up before
                    self._poll.unregister(handle)
                with suppress(OSError):
                    _say(line, {"status": status})
                line.close()
        self._last = time.monotonic()

    def _hang_up(self, handle: int) -> None:
        """The caller is gone: so is the call."""
        _, pid = self._lines[handle]
        self._poll.unregister(handle)
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)

    def _status(self) -> dict[str, object]:
        return {
            "pid": os.getpid(),
            "began": self._began,
            "served": self._served,
            "working": len(self._lines),
            "idle": self._charge.idle,
        }

    def _end(self) -> None:
        """Take no more calls; those that have begun go on."""
        if not self._ending:
            self._ending = True
            self._charge.address.unlink(missing_ok=True)
            self._poll.unregister(self._listener)
            self._listener.close()


def _say(line: socket.socket, answer: Mapping[str, object]) -> None:
    line.sendall(json.dumps(answer).encode() + b"\n")
