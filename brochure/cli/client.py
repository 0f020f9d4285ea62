"""The caller's side of the service: hands over words, folder, environment and streams.

Nothing is done twice. The service's child begins only when it is told to; before that every
trouble means that this process does the call itself, after that the child's end is the call's.
"""

import json
import os
import signal
import socket
import sys
from contextlib import suppress
from typing import Any, NoReturn

from brochure.batch.peer import peer_uid
from brochure.cli.entry import root_above, verb_and_start

PATIENCE = 2.0
"""Seconds until the service must have answered; it takes some milliseconds."""

AT_START = ("PYTHON", "LD_", "DYLD_", "FONTCONFIG_", "FC_", "PANGO", "GLIB_", "G_", "MALLOC_")
"""Variables that a program heeds only when it starts: they must be those of the service."""

FORWARDED = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


def facts(root: str) -> dict[str, object]:
    """What the service must have in common with its caller."""
    started_with = {name: os.environ[name] for name in os.environ if name.startswith(AT_START)}
    return {
        "root": root,
        "package": os.path.dirname(os.path.dirname(os.path.realpath(__file__))),
        "python": [sys.prefix, sys.version],
        "encoding": sys.getfilesystemencoding(),
        "variables": started_with,
    }


def connect(address: str) -> socket.socket:
    """A line to the service; `OSError` if none is there, or if it is somebody else's."""
    line = socket.socket(socket.AF_UNIX)
    try:
        line.settimeout(PATIENCE)
        line.connect(address)
        if peer_uid(line) not in (os.getuid(), None):
            raise PermissionError(address)
    except BaseException:
        line.close()
        raise
    return line


def ask(line: socket.socket, question: dict[str, Any]) -> dict[str, Any]:
    """Send a line of JSON, and read one."""
    line.sendall(json.dumps(question).encode() + b"\n")
    return hear(line)


def hear(line: socket.socket) -> dict[str, Any]:
    """A line of JSON; `EOFError` if none comes any more."""
    data = b""
    while not data.endswith(b"\n"):
        part = line.recv(1)  # what follows may be for somebody else
        if not part:
            raise EOFError
        data += part
    found: dict[str, Any] = json.loads(data)
    return found


def served(address: str, words: list[str]) -> int | None:
    """The exit code of a call that the service has done; nothing if it hasn't begun."""
    with _Signals() as signals:
        try:
            with connect(address) as line:
                answer = ask(line, _call(words))
                if "pid" not in answer:
                    raise EOFError
                signals.child = answer["pid"]
                # Not earlier: what a service that hangs has got, it keeps open.
                socket.send_fds(line, [b"g"], [0, 1, 2])
                line.settimeout(None)
                end = _end(line)
        except (OSError, ValueError, EOFError):
            signals.pass_by()
            return None
    if "code" in end:
        return int(end["code"])
    if signals.last:
        _die_by(signals.last)
    return _lost(words)


def _call(words: list[str]) -> dict[str, Any]:
    mask = os.umask(0)
    os.umask(mask)
    project = root_above(verb_and_start(words)[1])
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return {
        "ask": "run",
        "facts": facts(project or ""),
        "words": words,
        "folder": os.getcwd(),
        "variables": dict(os.environ),
        "umask": mask,
        "streams": [(stream.encoding, stream.errors) for stream in streams],
    }


def _end(line: socket.socket) -> dict[str, Any]:
    """How the child ended; from here on nothing is done anew."""
    try:
        return hear(line)
    except (OSError, ValueError, EOFError):
        return {}


class _Signals:
    """While the child works it gets the signals that this process gets."""

    def __init__(self) -> None:
        self.child: int | None = None
        self.last: int | None = None

    def __enter__(self) -> "_Signals":
        heeded = [number for number in FORWARDED if signal.getsignal(number) != signal.SIG_IGN]
        self._before = {number: signal.signal(number, self._forward) for number in heeded}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def pass_by(self) -> None:
        """The service has done nothing; a signal that came meanwhile was for this process."""
        if self.last:
            _die_by(self.last)

    def _forward(self, number: int, _: object) -> None:
        self.last = number
        if self.child:
            with suppress(ProcessLookupError):  # it has ended, and says so
                os.killpg(self.child, number)


def _die_by(number: int) -> NoReturn:
    """End as the child did, so that a shell sees no difference."""
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    sys.exit(128 + number)


def _lost(words: list[str]) -> int:
    """Nobody tells how the call ended."""
    from brochure.cli.main import ended
    from brochure.cli.session import Outcome
    from brochure.diagnostics import Diagnostic, ExitCode

    finding = Diagnostic.of("cli/service-lost")
    return ended(words, lambda _: Outcome(ExitCode.OUR_FAULT, (finding,)))
