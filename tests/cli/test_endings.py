"""However a call ends, the person gets a calm sentence and the shell a number."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from brochure.diagnostics import ExitCode

ROOT = Path(__file__).parents[2]


def brochure(*words: str, folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Call the real command."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **environment}
    command = [sys.executable, "-m", "brochure", *words]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env=env, timeout=60)


def test_our_own_fault_is_one_calm_finding(call: Any, fake: Any) -> None:
    fake.error = ValueError("boom\nsecond line")
    result = call("build")
    assert result.exit_code == ExitCode.OUR_FAULT
    assert "Traceback" not in result.stderr
    assert "ValueError: boom" in result.stderr
    assert "BROCHURE_TRACEBACK=1" in result.stderr


def test_the_traceback_is_there_for_those_who_ask(call: Any, fake: Any) -> None:
    fake.error = ValueError("boom")
    result = call("build", BROCHURE_TRACEBACK="1")
    assert "Traceback (most recent call last)" in result.stderr


@pytest.mark.parametrize(
    "error",
    [
        OSError("cannot load library 'libpango-1.0-0': error 0x7e"),
        ModuleNotFoundError("No module named 'weasyprint'", name="weasyprint"),
    ],
)
def test_a_missing_library_points_to_the_doctor(call: Any, fake: Any, error: Exception) -> None:
    fake.error = error
    result = call("build")
    assert result.exit_code == ExitCode.MISSING_TOOL
    assert "brochure doctor" in result.stderr


def test_interrupted(call: Any, fake: Any) -> None:
    fake.error = KeyboardInterrupt()
    result = call("build")
    assert result.exit_code == 130
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("words", [["build", "--nonsense"], ["build", "x"], ["nonsense"]])
def test_json_is_told_of_every_end(call: Any, words: list[str]) -> None:
    result = call(*words, "--report", "json")
    report = json.loads(result.stdout)
    assert report["exit_code"] == result.exit_code == ExitCode.USAGE
    assert (report["files"], report["editions"], result.stderr) == ([], [], "")
    assert len(report["diagnostics"]) == 1


def test_json_tells_of_our_own_fault(call: Any, fake: Any) -> None:
    fake.error = RuntimeError("boom")
    report = json.loads(call("--report", "json", "build").stdout)
    assert report["exit_code"] == ExitCode.OUR_FAULT


def test_outside_of_a_project(tmp_path: Path) -> None:
    result = brochure("info", folder=tmp_path)
    assert result.returncode == ExitCode.BAD_CONTENT
    assert "error[project/not-found]" in result.stderr
    assert "--project" in result.stderr


def test_a_reader_that_has_seen_enough(project: Path) -> None:
    script = f"{sys.executable} -m brochure completion bash | true; echo ${{PIPESTATUS[0]}}"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = ["bash", "-c", f"sleep 0.01; {script}"]
    result = subprocess.run(command, capture_output=True, text=True, env=env, cwd=project)
    assert result.stdout.strip() in ("0", "141")
    assert result.stderr == ""


def test_a_terminal_without_umlauts_is_no_fault(tmp_path: Path) -> None:
    result = brochure("--help", folder=tmp_path, PYTHONIOENCODING="iso8859-5", LC_ALL="de_DE")
    assert result.returncode == 0
    assert "Pr?ft Text, Seiten" in result.stdout


def test_interrupt_of_the_real_command(project: Path) -> None:
    program = (
        "import time; from brochure import pipeline\n"
        "def plan(*_): print('ready', flush=True); time.sleep(30)\n"
        "pipeline.plan = plan\n"
        "from brochure.cli.main import main; main(['build'])"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program]
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=project, env=env, **pipes) as process:
        assert process.stdout and process.stdout.readline() == "ready\n"
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in errors
