"""The service: as if the caller had done it, once and only once, whatever happens on the way."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from brochure.cli.client import ask, connect, facts
from brochure.cli.entry import MARKERS, address_of
from brochure.project import MARKER_FOLDERS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PIPES: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
Process = subprocess.Popen


class Place:
    """An empty project, a runtime folder, and processes that know both."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.marks_file = folder / "project", folder / "marks"
        for name in MARKERS:
            (self.root / name).mkdir(parents=True)
        (self.root / "fonts/a.ttf").write_text("font")
        (folder / "run").mkdir(mode=0o700)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder / "run"))
        self.address = Path(address_of(str(self.root)))
        # Another test of this process may have loaded the engine.
        monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
        self.env = {**os.environ, "PYTHONPATH": str(ROOT), "MARKS": str(self.marks_file)}
        self.env |= {"LC_ALL": "C.UTF-8"}

    @contextmanager
    def service(self, *more: str) -> "Iterator[Process[str]]":
        command = [sys.executable, str(HERE / "serving.py"), str(self.address), str(self.root)]
        with Process([*command, *more], env=self.env, **PIPES) as process:
            try:
                assert process.stdout and process.stdout.readline() == "ready\n"
                yield process
            finally:
                process.kill()

    @contextmanager
    def asking(self, *words: str, **variables: str) -> "Iterator[Process[str]]":
        command = [sys.executable, str(HERE / "asking.py"), "build", *words]
        env = {**self.env, **variables}
        process = Process(command, cwd=self.root, env=env, stdin=subprocess.PIPE, **PIPES)
        with process:
            try:
                yield process
            finally:
                process.kill()

    def ask(self, *words: str, **variables: str) -> tuple[int, str, str]:
        with self.asking(*words, **variables) as process:
            out, err = process.communicate("typed", timeout=20)
        return process.returncode, out, err

    def marks(self) -> list[str]:
        return self.marks_file.read_text().split() if self.marks_file.exists() else []


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)  # a test before may have chosen fonts
    # The address of a socket has at most 107 letters, fewer than pytest's folders may have.
    with tempfile.TemporaryDirectory() as folder:
        yield Place(Path(folder), monkeypatch)


def until(true: Callable[[], object], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] == "Z"
    except OSError:
        return True


def told_pid(process: "Process[str]") -> int:
    assert process.stdout
    return int(process.stdout.readline())


HERE_ALONE = (0, "done here\n", "")


def test_the_door_knows_a_project_as_the_project_does() -> None:
    assert MARKERS == MARKER_FOLDERS


def test_a_call_has_the_callers_folder_variables_mask_and_streams(place: Place) -> None:
    os.umask(mask := os.umask(0o22))
    with place.service():
        found = place.ask("tell", SOURCE_DATE_EPOCH="123")
    told = f"{place.root}|123|{oct(mask)}|typed|utf-8|None\n"
    assert found == (3, told, "to stderr: ü\n")
    assert place.marks() == ["tell"]


def test_without_a_service_or_when_it_is_not_wanted_it_is_done_here(place: Place) -> None:
    assert place.ask("tell") == HERE_ALONE
    with place.service():
        assert place.ask("tell", BROCHURE_DAEMON="0") == HERE_ALONE
        assert place.ask("tell", PYTHONHASHSEED="7") == HERE_ALONE
    assert place.ask("tell") == HERE_ALONE  # killed: its socket is still there
    assert place.address.exists()
    with place.service():
        assert place.ask("tell")[0] == 3


def test_nobody_else_can_enter(place: Place) -> None:
    with place.service():
        assert place.address.stat().st_mode & 0o777 == 0o600
        assert place.address.parent.stat().st_mode & 0o777 == 0o700
        place.address.parent.chmod(0o755)
        assert place.ask("tell") == HERE_ALONE


def test_a_foreign_user_is_refused(place: Place) -> None:
    with place.service("60", str(os.getuid() + 1)):
        assert place.ask("tell") == HERE_ALONE


def test_another_project_is_not_served(place: Place) -> None:
    other = place.root.parent / "other"
    for name in MARKERS:
        (other / name).mkdir(parents=True)
    with place.service():
        os.link(place.address, address_of(str(other)))
        place.root = other
        assert place.ask("tell") == HERE_ALONE


def test_it_ends_when_nobody_calls(place: Place) -> None:
    with place.service("1.5") as service:
        assert place.ask("tell")[0] == 3
        assert service.wait(10) == 0
        assert not place.address.exists()


@pytest.mark.parametrize("change", ["touch", "add", "remove"])
def test_it_ends_when_a_font_has_changed(place: Place, change: str) -> None:
    font = place.root / "fonts/a.ttf"
    with place.service() as service:
        if change == "touch":
            font.write_text("fontt")
        elif change == "add":
            (place.root / "fonts/b.ttf").write_text("font")
        else:
            font.unlink()
        assert place.ask("tell") == HERE_ALONE
        assert service.wait(10) == 0


def test_a_second_service_is_not_started(place: Place) -> None:
    with place.service():
        command = [sys.executable, str(HERE / "serving.py"), str(place.address), str(place.root)]
        second = subprocess.run(command, env=place.env, capture_output=True, text=True)
        assert "AlreadyServed" in second.stderr
        assert place.ask("tell")[0] == 3


def test_two_calls_at_once_do_not_wait_for_each_other(place: Place) -> None:
    with place.service(), place.asking("wait", "60") as long:
        told_pid(long)
        assert place.ask("tell")[0] == 3


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_a_killed_call_is_told_and_not_done_again(place: Place, number: int) -> None:
    with place.service():
        code, out, err = place.ask("die", str(int(number)))
        assert (code, out) == (70, "")
        assert "[cli/service-lost]" in err
        assert place.ask("tell")[0] == 3
    assert place.marks() == ["die", "tell"]


def test_a_call_outlives_a_killed_service(place: Place) -> None:
    with place.service() as service, place.asking("wait", "0.5") as call:
        told_pid(call)
        service.kill()
        assert call.communicate(timeout=10) == ("over\n", "")
        assert call.returncode == 7
    assert place.marks() == ["wait"]


def test_a_call_killed_with_its_service_is_told(place: Place) -> None:
    with place.service() as service, place.asking("wait", "60") as call:
        pid = told_pid(call)
        service.kill()
        os.kill(pid, signal.SIGKILL)
        assert "[cli/service-lost]" in call.communicate(timeout=10)[1]
        assert call.returncode == 70
    assert place.marks() == ["wait"]


@pytest.mark.parametrize(("number", "code"), [(2, 130), (15, -15), (1, -1)])
def test_a_signal_of_the_caller_ends_the_call(place: Place, number: int, code: int) -> None:
    with place.service(), place.asking("wait", "60") as call:
        pid = told_pid(call)
        call.send_signal(number)
        assert call.communicate(timeout=10) == ("", "")
        assert call.returncode == code
        until(lambda: gone(pid))


def test_a_killed_caller_ends_the_call(place: Place) -> None:
    with place.service() as service, place.asking("wait", "60") as call:
        pid = told_pid(call)
        call.kill()
        until(lambda: gone(pid))
        assert service.poll() is None


def test_a_service_that_hangs_is_passed_by_and_does_nothing_later(place: Place) -> None:
    with place.service() as service:
        service.send_signal(signal.SIGSTOP)
        assert place.ask("tell") == HERE_ALONE
        service.send_signal(signal.SIGCONT)
        assert place.ask("tell")[0] == 3
    assert place.marks() == ["here", "tell"]


def test_a_call_that_its_caller_does_not_agree_to_is_not_begun(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    question = {
        "ask": "run", "facts": facts(str(place.root)), "words": ["build", "tell"], "umask": 0o22,
        "folder": str(place.root), "variables": place.env, "streams": [["utf-8", "strict"]] * 3,
    }  # fmt: skip
    with place.service():
        with connect(str(place.address)) as line:
            pid = ask(line, question)["pid"]
        until(lambda: gone(pid))
    assert place.marks() == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_service_that_is_told_to_end_lets_a_call_finish(place: Place, number: int) -> None:
    with place.service() as service, place.asking("wait", "0.5") as call:
        told_pid(call)
        service.send_signal(number)
        until(lambda: not place.address.exists())
        assert place.ask("tell") == HERE_ALONE
        assert call.communicate(timeout=10) == ("over\n", "")
        assert (call.returncode, service.wait(10)) == (7, 0)


def test_a_reader_that_has_seen_enough(place: Place) -> None:
    with place.service(), place.asking("pour") as call:
        assert call.stdout
        assert call.stdout.readline() == "many words\n"
        call.stdout.close()
        assert call.wait(10) == 141


@pytest.mark.parametrize("sent", [b"", b"\0", b"{}\n", b"[]\n", b"nonsense\n", b'{"ask": "run"}\n'])
def test_nonsense_does_not_end_it(place: Place, sent: bytes) -> None:
    with place.service():
        with connect(str(place.address)) as line:
            line.sendall(sent)
        assert place.ask("tell")[0] == 3
