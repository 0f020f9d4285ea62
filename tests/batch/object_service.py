"""An object store on this machine for the tests: moto's server."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen


def s3_environment(address: str) -> dict[str, str]:
    """What a process needs to know to find it."""
    return {
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }


@contextmanager
def served(log: Path) -> Iterator[str]:
    """The address of a server, which ends with the context."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = ["-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with log.open("w") as out:
        process = subprocess.Popen([sys.executable, *words], stdout=out, stderr=out)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, log)
        yield address
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()


def _wait(address: str, log: Path) -> None:
    for _ in range(300):
        try:
            with urlopen(f"{address}/moto-api/", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(log.read_text())
