"""What a person sees on a terminal; a pseudo terminal plays the screen."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys; sys.path.insert(0, {tests!r})
import conftest
from brochure import pipeline
from brochure.batch import building
from brochure.diagnostics import Diagnostic, Severity
fake = conftest.FakePipeline()
fake.findings = {{"dl-leaflet": (Diagnostic.of("pdf/not-built", None, file="x"),)}}
fake.stopped = {{"dl-leaflet"}}
for owner, name in ((pipeline, "plan"), (building, "build"), (pipeline, "check")):
    setattr(owner, name, getattr(fake, name))
conftest.main({words!r})
"""
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def on_a_terminal(project: Path, *words: str, **environment: str) -> str:
    """All that the command writes to its terminal."""
    program = PROGRAM.format(tests=str(Path(__file__).parent), words=list(words))
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "100", **environment}
    master, slave = pty.openpty()
    streams = {"stdout": slave, "stderr": slave, "stdin": slave}
    process = subprocess.Popen([sys.executable, "-c", program], cwd=project, env=env, **streams)
    os.close(slave)
    seen = b""
    try:
        while part := os.read(master, 65536):
            seen += part
    except OSError:  # Linux says EIO when the other side has closed
        pass
    os.close(master)
    process.wait(30)
    return seen.decode().replace("\r\n", "\n")


def test_one_line_an_edition_and_a_closing_line(project: Path) -> None:
    seen = ESCAPES.sub("", on_a_terminal(project, "build", LC_ALL="de_DE.UTF-8"))
    assert re.search(r"✓ botschaften/de/a5-brochure\.web\.pdf +12 Seiten +1 kB", seen)
    assert re.search(r"✗ botschaften/de/dl-leaflet +1 Fehler", seen)
    assert "Fehler[pdf/not-built]" in seen
    assert re.search(r"1 Datei und 0 Bilder in output/, \d+,\d s\.", seen)
    assert str(project) not in seen  # paths for programs would tell the same twice


def test_colours_only_where_they_are_wanted(project: Path) -> None:
    assert "\x1b[31m" in on_a_terminal(project, "build")
    plain = on_a_terminal(project, "build", NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", plain)
    assert "✓ botschaften/de/a5-brochure.web.pdf" in ESCAPES.sub("", plain)


def test_json_on_a_terminal_stays_json(project: Path) -> None:
    seen = on_a_terminal(project, "build", "--report", "json")
    assert seen.startswith("{") and seen.rstrip().endswith("}")


def test_info_is_a_table(project: Path) -> None:
    seen = ESCAPES.sub("", on_a_terminal(project, "info", LC_ALL="de_DE.UTF-8"))
    assert re.search(r"Publikation +Sprache +Format +Profil +Dateien +Was es ist", seen)
    assert "─────" in seen
