"""Where a service listens: a socket that only its owner can reach, and one service for each."""

import fcntl
import os
import socket
from pathlib import Path


class AlreadyServed(Exception):  # noqa: N818 - it is how things are
    """Another service has this project."""


def locked(address: Path) -> int:
    """The lock of a project's service, which ends with it; `AlreadyServed` if another has it."""
    address.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(address.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise AlreadyServed from error
    return handle


def listening(address: Path) -> socket.socket:
    """A socket that only its owner may connect to."""
    address.unlink(missing_ok=True)  # left by one that was killed, as we have the lock
    listener = socket.socket(socket.AF_UNIX)
    mask = os.umask(0o177)
    try:
        listener.bind(str(address))
    finally:
        os.umask(mask)
    listener.listen()
    return listener
