"""Start one command, wait for all that it started, and print what it took as JSON.

A process of its own, so that the system's account of ended children is this command's alone.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import time

from benchmarks.processes import adopt_orphans, family

PATIENCE = 2.0
"""Seconds for what outlives the command, as helpers of browsers do."""


def main(command: list[str]) -> None:
    """Wall to the end of the command; cpu of all its processes."""
    adopt_orphans()
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=sys.stderr, stderr=sys.stderr
    )
    code = process.wait()
    wall = time.perf_counter() - start
    _wait_for_the_rest()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(json.dumps({"code": code, "wall": wall, "cpu": used.ru_utime + used.ru_stime}))


def _wait_for_the_rest() -> None:
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            ended, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not ended:
            time.sleep(0.01)
            if time.monotonic() > ends:
                for orphan in family(os.getpid())[1:]:
                    os.kill(orphan, signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1:])
