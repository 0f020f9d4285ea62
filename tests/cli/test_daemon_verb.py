"""`brochure daemon` and what it serves: the same words, files and exit codes as without it."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from brochure.cli.entry import address_of, verb_and_start
from brochure.diagnostics import ExitCode

ROOT = Path(__file__).parents[2]
SECONDS = re.compile(r"\d+[.,]\d s\.")


class Served:
    """A copy of the first project with a running service; `BROCHURE_DAEMON=0` passes it by."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        for name in ("content", "styles", "fonts"):
            shutil.copytree(ROOT / name, self.root / name)
        (folder / "run").mkdir(mode=0o700)
        self.env = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_RUNTIME_DIR": str(folder / "run")}
        self.env |= {"LC_ALL": "de_DE.UTF-8", "PYTHONIOENCODING": "utf-8"}

    def call(self, *words: str, cwd: Path | None = None, **variables: str) -> tuple[int, str, str]:
        command = [sys.executable, "-m", "brochure", *words]
        done = subprocess.run(
            command, cwd=cwd or self.root, env={**self.env, **variables}, capture_output=True,
            text=True, timeout=60,
        )  # fmt: skip
        return done.returncode, done.stdout, SECONDS.sub("n s.", done.stderr)

    def served(self) -> int:
        code, out, _ = self.call("daemon", "status", "--report", "json")
        assert code == 0
        return int(re.search(r'"served": (\d+)', out)[1])  # type: ignore[index]

    def both(self, *words: str) -> tuple[int, str, str]:
        """A call by the service, which must be as if it were done without it."""
        files = []
        found = []
        before = self.served()
        for wanted in ("1", "0"):
            shutil.rmtree(self.root / "output", ignore_errors=True)
            found.append(self.call(*words, BROCHURE_DAEMON=wanted))
            paths = [path for path in (self.root / "output").rglob("*") if path.is_file()]
            files.append({str(path): (path.read_bytes(), path.stat().st_mode) for path in paths})
        assert self.served() == before + 1
        assert found[0] == found[1]
        assert files[0] == files[1]
        return found[0]


@pytest.fixture(scope="module")
def project() -> Iterator[Served]:
    with tempfile.TemporaryDirectory() as folder:
        place = Served(Path(folder))
        code, _, errors = place.call("daemon", "start")
        assert (code, "Der Dienst ist bereit" in errors) == (0, True)
        yield place
        place.call("daemon", "stop")


def test_a_build_is_the_same(project: Served) -> None:
    code, out, _ = project.both("build", "--format", "dl-leaflet", "--profile", "web")
    assert code == 0
    assert out == f"{project.root}/output/botschaften/de/dl-leaflet.web.pdf\n"


def test_a_report_is_the_same(project: Served) -> None:
    code, out, err = project.both("--report=json", "build", "--profile", "html")
    assert (code, err, out[0]) == (0, "", "{")


def test_a_wrong_word_is_told_the_same(project: Served) -> None:
    code, _, err = project.both("build", "--fromat", "x", "--lang", "en")
    assert code == ExitCode.USAGE
    assert "no such option" in err.lower() or "no option" in err


def test_faulty_content_gives_the_same_finding(project: Served) -> None:
    file = project.root / "content/botschaften/de.yaml"
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"\n +alt:.*", "", text, count=1), "utf-8")
    try:
        code, _, err = project.both("build", "--format", "dl-leaflet")
    finally:
        file.write_text(text, "utf-8")
    assert code == ExitCode.BAD_CONTENT
    assert "Fehler[content/figure-alt]" in err


def test_a_check_from_another_folder_is_the_same(project: Served, tmp_path: Path) -> None:
    words = ("check", "--project", str(project.root), "--format", "dl-leaflet", "--profile", "html")
    before = project.served()
    assert project.call(*words, cwd=tmp_path) == project.call(
        *words, cwd=tmp_path, BROCHURE_DAEMON="0"
    )
    assert project.served() == before + 1


def test_other_verbs_are_not_served(project: Served) -> None:
    before = project.served()
    assert project.call("info")[0] == 0
    assert project.served() == before


def test_a_second_start_says_that_it_is_there(project: Served) -> None:
    code, _, err = project.call("daemon", "start")
    assert (code, err) == (0, "Für dieses Projekt ist schon ein Dienst da.\n")


def test_stop_then_start(project: Served) -> None:
    assert project.call("daemon", "stop")[0] == 0
    code, _, err = project.call("daemon", "status")
    assert (code, "[cli/daemon-not-there]" in err) == (ExitCode.FINDINGS, True)
    assert project.call("daemon", "stop")[0] == ExitCode.FINDINGS
    assert project.call("daemon", "start")[0] == 0
    assert project.served() == 0


def test_in_the_foreground_it_serves_until_it_is_interrupted(project: Served) -> None:
    runtime = tempfile.mkdtemp()
    env = {**project.env, "XDG_RUNTIME_DIR": runtime}
    command = [sys.executable, "-m", "brochure", "daemon", "start", "--foreground"]
    with subprocess.Popen(command, cwd=project.root, env=env, stderr=subprocess.PIPE) as process:
        assert process.stderr
        assert process.stderr.readline().startswith(b"Der Dienst ist bereit")
        assert project.call("daemon", "status", XDG_RUNTIME_DIR=runtime)[0] == 0
        process.send_signal(signal.SIGINT)
        assert (process.wait(10), process.stderr.read()) == (0, b"")
    shutil.rmtree(runtime)


def test_a_folder_that_is_open_to_others_is_refused(tmp_path: Path, project: Served) -> None:
    (tmp_path / "brochure").mkdir(mode=0o755)
    code, _, err = project.call("daemon", "start", XDG_RUNTIME_DIR=str(tmp_path))
    assert (code, f"chmod 700 {tmp_path}/brochure" in err) == (ExitCode.FINDINGS, True)


def test_fonts_that_cannot_be_used_are_told_at_the_start(tmp_path: Path, project: Served) -> None:
    for name in ("content", "styles", "fonts"):
        (tmp_path / name).mkdir()
    code, _, err = project.call("daemon", "start", cwd=tmp_path)
    assert (code, "Fehler[" in err, "Traceback" in err) == (ExitCode.BAD_CONTENT, True, False)
    assert not os.path.exists(address_of(str(tmp_path)))


@pytest.mark.parametrize(
    ("words", "verb", "start"),
    [
        ("build --project x", "build", "x"),
        ("--project=x build check", "build", "x"),
        ("--lang de --report json check", "check", "."),
        ("--version", "", "."),
        ("info build", "info", "."),
        ("build --project", "build", "."),
    ],
)
def test_the_door_reads_the_words_as_the_command_does(words: str, verb: str, start: str) -> None:
    assert verb_and_start(words.split()) == (verb, start)


def test_the_door_imports_nothing_when_no_service_is_there(tmp_path: Path) -> None:
    program = (
        "import sys; before = set(sys.modules); from brochure.cli import entry\n"
        "entry._service(['build']); print(*sorted(set(sys.modules) - before))"
    )
    env: dict[str, Any] = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["brochure", "brochure.cli", "brochure.cli.entry"]
