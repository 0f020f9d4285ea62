"""However the caller of a pool ends, no process of it stays."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@contextmanager
def caller(*words: str) -> "Iterator[subprocess.Popen[str]]":
    """The program, in a process group of its own as a shell would start it."""
    command = [sys.executable, str(HERE / "caller.py"), *words]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    assert process.stdout and process.stderr
    with process:
        try:
            yield process
        finally:
            process.kill()


def told_pids(process: "subprocess.Popen[str]") -> list[int]:
    assert process.stdout
    return [int(word) for word in process.stdout.readline().split()]


def in_group(group: int) -> list[str]:
    """The processes of a process group, with what they are."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, fields = path.read_text().partition("(")[2].rpartition(") ")
        except OSError:
            continue
        if int(fields.split()[2]) == group and fields[0] != "Z":
            found.append(f"{path.parent.name} {name}")
    return found


def all_gone(group: int, seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while in_group(group) and time.monotonic() < end:
        time.sleep(0.02)
    return not in_group(group)


@pytest.mark.parametrize("mode", ["cold", "warm"])
def test_a_killed_caller_leaves_no_process(mode: str) -> None:
    with caller("60", mode) as process:
        (pid,), (parent, *workers) = told_pids(process), told_pids(process)
        assert len(workers) == 2
        forked = b"caller.py" in Path(f"/proc/{parent}/cmdline").read_bytes()
        assert forked == (mode == "warm")  # what is loaded already is not loaded anew
        assert len(in_group(pid)) == 4
        process.kill()
        assert all_gone(pid)


def test_a_caller_killed_together_with_the_parent_leaves_no_process() -> None:
    with caller("0.5") as process:
        (pid,), (parent, *_) = told_pids(process), told_pids(process)
        os.kill(parent, signal.SIGKILL)
        process.kill()
        assert all_gone(pid)  # each worker ends with the job that it was at


def test_a_caller_killed_while_the_parent_loads_leaves_no_process() -> None:
    with caller("60", "slow") as process:
        (pid,) = told_pids(process)
        process.kill()
        assert all_gone(pid)


@pytest.mark.parametrize("mode", ["cold", "warm"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_to_all_ends_all_at_once(number: signal.Signals, mode: str) -> None:
    with caller("60", mode) as process:
        (pid,), _ = told_pids(process), told_pids(process)
        os.killpg(pid, number)
        _, errors = process.communicate(timeout=10)
        assert (process.returncode, errors) == ({2: 130, 15: -15}[number], "")
        assert all_gone(pid)


@pytest.mark.parametrize("pause", [0, 0.005, 0.01, 0.02, 0.04, 0.08, 0.3])
def test_interrupt_at_any_moment_of_the_start_is_quiet(pause: float) -> None:
    with caller("60", "slow") as process:
        (pid,) = told_pids(process)
        time.sleep(pause)
        os.killpg(pid, signal.SIGINT)
        _, errors = process.communicate(timeout=10)
        assert (process.returncode, errors) == (130, "")
        assert all_gone(pid)
