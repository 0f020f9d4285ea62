"""The account of a process holds all that it started: also what outlives it, also its dead."""

import os
import sys
from pathlib import Path

import pytest

from benchmarks.absent import Failed
from benchmarks.work import Command, Resident

BURN = "import time\nwhile time.process_time() < 0.2: pass\n"
CHILD = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {BURN!r}])"
ORPHAN = f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {BURN!r}])"
HOLD = "import time\nheld = bytearray(b'x' * (80 << 20))\ntime.sleep(0.5)"
SLOW = "import time\ntime.sleep(0.2)"

MODULE = (
    f"BURN = {BURN!r}"
    + """
from contextlib import contextmanager
import subprocess, sys
SOURCE = "source.txt"
@contextmanager
def warm(folder):
    def make():
        subprocess.run([sys.executable, "-c", BURN])
        return (folder / SOURCE).read_bytes()
    yield make
"""
)


def command(code: str, **options: int) -> Command:
    return Command([sys.executable, "-c", code], os.environ, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("code", [BURN, CHILD, ORPHAN], ids=["itself", "child", "orphan"])
def test_cpu_is_that_of_the_whole_family(code: str) -> None:
    assert command(code)().cpu >= 0.2


def test_wall_goes_to_the_end_of_the_command() -> None:
    cost = command(SLOW)()
    assert cost.wall >= 0.2
    assert cost.cpu < cost.wall
    assert cost.memory is None


def test_memory_is_seen_at_its_peak() -> None:
    cost = command(HOLD)(watched=True)
    assert cost.memory is not None and 80 < cost.memory < 200


def test_a_cost_is_shared_by_the_files_that_are_made() -> None:
    assert command(SLOW, files=100)().wall < 0.2


def test_a_command_that_fails_has_failed_and_its_complaint_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(Failed, match="exit code 7"):
        command("import sys; print('so sad', file=sys.stderr); sys.exit(7)")()
    assert "so sad" in capsys.readouterr().err


def test_what_stays_is_asked_again_and_its_children_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scripted_tool.py").write_text(MODULE)
    (tmp_path / "source.txt").write_text("eine optimistische Stadt")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    work = Resident("scripted_tool", tmp_path, environment, edit="word")
    try:
        costs = [work(watched=True), work(), work()]
        assert work.made and work.made.read_text() == "eine optimistische3 Stadt"
    finally:
        work.close()
    assert all(cost.cpu >= 0.19 for cost in costs)  # what has ended counts in hundredths
    assert costs[0].memory and costs[1].memory is None
    assert work.process.returncode == 0


def test_what_stays_and_breaks_has_failed(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="exit code 1"):
        Resident("no_such_module", tmp_path, os.environ, edit="word")
