"""A good project, one thing damaged: one clear finding, exit 3, the last good output untouched."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text("utf-8"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the repository's project with something in `output` that must not change."""
    for folder in ("content", "styles", "fonts"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    last = tmp_path / "output" / "botschaften" / "de"
    last.mkdir(parents=True)
    (last / "a5-brochure.web.pdf").write_bytes(b"the last good file")
    return tmp_path


def damage(project: Path, case: dict[str, Any]) -> None:
    file = project / case["file"]
    if case.get("remove"):
        file.unlink()
    elif "hex" in case:
        file.write_bytes(bytes.fromhex(case["hex"]))
    elif "cut" in case:
        file.write_bytes(file.read_bytes()[: -case["cut"]])
    else:
        text = file.read_text("utf-8")
        assert text.count(case["old"]) >= 1, "the case no longer fits the file it damages"
        file.write_text(text.replace(case["old"], case["new"], 1), "utf-8")


def build(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "brochure", "--project", str(project), *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    return subprocess.run(
        [*command, "build", "--format", "a5-brochure"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", CASES)
def test_bad_input(project: Path, name: str) -> None:
    case = CASES[name]
    damage(project, case)
    before = {path: path.read_bytes() for path in (project / "output").rglob("*") if path.is_file()}
    done = build(project, "--report", "json")
    assert done.stderr == ""
    report = json.loads(done.stdout)
    found = report["diagnostics"]
    assert done.returncode == report["exit_code"] == 3, found
    assert [item["code"] for item in found] == [case["code"]]
    (item,) = found
    place = ":".join(str(item[key]) for key in ("file", "line", "column"))
    assert place == case.get("at", place)
    if "at" not in case and item["file"] and item["file"].endswith(".yaml"):
        assert item["line"] or case["code"] in ("content/encoding-utf-16", "content/empty-file")
    assert case.get("says", "") in f"{item['message']} {item['hint']}"
    after = {path: path.read_bytes() for path in (project / "output").rglob("*") if path.is_file()}
    assert after == before


def test_all_problems_are_told_at_once_in_german_with_the_line(project: Path) -> None:
    damage(project, CASES["missing-alt"])
    damage(project, CASES["lead-to-nothing"])
    damage(project, CASES["id-twice"])
    done = build(project, "--lang", "de")
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.count("Fehler[") == 3
    assert "Traceback" not in done.stderr
    assert "\n       | " in done.stderr


def test_braces_in_a_text_are_printed_as_they_are(project: Path) -> None:
    file = project / "content/botschaften/de.yaml"
    text = file.read_text("utf-8").replace(
        "text: Mit dieser", 'text: "{{ 7 * 7 }} <b>Mit dieser', 1
    )
    file.write_text(text.replace("haben wir uns beschäftigt.", 'haben wir uns beschäftigt."', 1))
    done = build(project)
    assert done.returncode == 0, done.stderr
    pdf = project / "output/botschaften/de/a5-brochure.web.pdf"
    shown = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True)
    assert "{{ 7 * 7 }} <b>Mit dieser" in shown.stdout.decode()
