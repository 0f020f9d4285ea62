"""A call in the service's child, which becomes the caller's own process as far as one can see."""

import json
import locale
import os
import socket
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Call:
    """What the caller asked for, and the line to it."""

    question: Mapping[str, Any]
    line: socket.socket

    def take_over(self, run: Callable[[list[str]], int]) -> int:
        """Do the call, once the caller has agreed; its exit code."""
        os.setpgid(0, 0)  # the caller's signals go to this process and all that it starts
        os.chdir(self.question["folder"])
        os.umask(self.question["umask"])
        _take_environment(self.question["variables"])
        handles = self._agreed()
        if len(handles) != 3:
            return 0
        self._take_streams(handles)
        code = run(list(self.question["words"]))
        self._flush()
        with suppress(OSError):  # the caller is gone
            self.line.sendall(json.dumps({"code": code}).encode() + b"\n")
        return code

    def _agreed(self) -> list[int]:
        """The caller's streams, by which it says that it will not do the call itself."""
        self.line.sendall(json.dumps({"pid": os.getpid()}).encode() + b"\n")
        self.line.settimeout(None)
        return socket.recv_fds(self.line, 1, 3)[1]

    def _take_streams(self, handles: Sequence[int]) -> None:
        for target, handle in enumerate(handles):
            os.dup2(handle, target)
            os.close(handle)
        sys.stdin, sys.stdout, sys.stderr = (
            _stream(number, *how) for number, how in enumerate(self.question["streams"])
        )
        sys.argv = ["brochure", *self.question["words"]]

    def _flush(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()


def _take_environment(variables: Mapping[str, str]) -> None:
    fonts = os.environ.get("FONTCONFIG_FILE")  # by which the engine was loaded
    os.environ.clear()
    os.environ.update(variables)
    if fonts:
        os.environ["FONTCONFIG_FILE"] = fonts
    with suppress(locale.Error):
        locale.setlocale(locale.LC_CTYPE, "")
    time.tzset()


def _stream(number: int, encoding: str, errors: str) -> Any:
    """A standard stream as Python makes them at its start."""
    mode = "w" if number else "r"
    newline = "\n" if number else None
    stream = open(number, mode, encoding=encoding, errors=errors, newline=newline, closefd=False)  # noqa: SIM115
    if number:
        stream.reconfigure(line_buffering=number == 2 or stream.isatty())  # type: ignore[attr-defined]
    return stream
