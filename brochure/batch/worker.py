"""A worker: does one job after the other until its caller hangs up or it has grown too large."""

import os
import pickle
import resource
import sys
from multiprocessing.connection import Connection

from brochure.batch.answers import packed, packed_error

MIB = 1024 * 1024


def work(line: Connection, limit_mib: int) -> int:
    """Answer jobs; each answer says first whether the worker leaves with it."""
    try:
        while True:
            answer = _answer(line.recv_bytes())
            leaves = resident_mib() > limit_mib
            line.send_bytes(bytes([leaves]) + answer)
            if leaves:
                return 0
    except (EOFError, OSError):  # the caller is gone
        return 0


def _answer(job: bytes) -> bytes:
    try:
        function, value = pickle.loads(job)
        return packed(function(value))
    except BaseException as error:  # `sys.exit` and the engine's fatal errors are answers too
        return packed_error(error)


def resident_mib() -> float:
    """The memory that this process has at hand, that of its parent included."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MIB
    except OSError:  # not Linux: the most it ever had
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / MIB if sys.platform == "darwin" else peak / 1024
