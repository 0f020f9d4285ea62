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
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
WITHOUT_LINE = ("content/encoding-utf-16", "content/empty-file", "project/file-missing")
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
    if case.get("remove") or case.get("folder") or "link" in case:
        shutil.rmtree(file) if file.is_dir() else file.unlink()
    if case.get("folder"):
        file.mkdir()
    elif "link" in case:
        file.symlink_to(case["link"])
    elif "write" in case:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(case["write"], "utf-8")
    elif "pixels" in case:
        Image.new("1", (case["pixels"], case["pixels"])).save(file)
    elif "hex" in case:
        file.write_bytes(bytes.fromhex(case["hex"]))
    elif "cut" in case:
        file.write_bytes(file.read_bytes()[: -case["cut"]])
    elif "old" in case:
        text = file.read_text("utf-8")
        assert text.count(case["old"]) >= 1, "the case no longer fits the file it damages"
        file.write_text(text.replace(case["old"], case["new"], 1), "utf-8")


def contents(folder: Path) -> dict[Path, bytes]:
    """Every file below a folder, hidden and temporary ones too."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(
    project: Path, *words: str, format_: str = "a5-brochure", output: Path | None = None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "brochure", "--project", str(project), *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    return subprocess.run(
        [*command, "build", "--format", format_, "--output", str(output or project / "output")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def known_bug(name: str) -> Any:
    """A case whose `bug` says what is still wrong; when it is put right the test says so."""
    bug = CASES[name].get("bug")
    marks = [pytest.mark.xfail(reason=bug, strict=True)] if bug else []
    return pytest.param(name, marks=marks)


@pytest.mark.parametrize("name", [known_bug(name) for name in CASES])
def test_bad_input(project: Path, name: str) -> None:
    case = CASES[name]
    damage(project, case)
    before = contents(project / "output")
    done = build(project, "--report", "json", format_=case.get("format", "a5-brochure"))
    assert done.stderr == ""
    report = json.loads(done.stdout)
    found = report["diagnostics"]
    assert done.returncode == report["exit_code"] == 3, found
    assert [item["code"] for item in found] == [case["code"]]
    (item,) = found
    place = ":".join(str(item[key]) for key in ("file", "line", "column"))
    assert place.startswith(case.get("at", "")), place
    if "at" not in case and item["file"] and item["file"].endswith(".yaml"):
        assert item["line"] or case["code"] in WITHOUT_LINE
    assert case.get("says", "") in f"{item['message']} {item['hint']}"
    assert contents(project / "output") == before


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


def test_a_drawing_with_its_kind_in_capitals_is_a_drawing(project: Path) -> None:
    pictures = project / "content/botschaften/pictures"
    (pictures / "neon.svg").rename(pictures / "neon.SVG")
    damage(project, {"file": "content/botschaften/de.yaml", "old": "neon.svg", "new": "neon.SVG"})
    done = build(project)
    assert done.returncode == 0, done.stderr


def test_bad_content_is_told_without_the_layout_engine(project: Path) -> None:
    damage(project, CASES["picture-cut"])
    code = (
        "import sys; from brochure.cli.main import main\n"
        "try: main()\n"
        "except SystemExit as end: assert end.code == 3, end.code\n"
        "assert 'weasyprint' not in sys.modules"
    )
    words = ["--project", str(project), "build", "--format", "a5-brochure"]
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_whole_edition_stays_when_a_later_build_fails(project: Path) -> None:
    """With true files: pictures and manifest included, not a byte moves."""
    first = build(project, format_="a2-poster")
    assert first.returncode == 0, first.stderr
    before = contents(project / "output")
    # Five posters as three PDFs and a page, their pictures, the manifest, the older file.
    assert len(before) == 27
    damage(project, CASES["missing-glyph"])
    assert build(project).returncode == 3
    assert contents(project / "output") == before


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_place_to_write(project: Path, language: str) -> None:
    """A file lies where the folder should be; the same for every user, also for root."""
    target = project / "there"
    target.write_text("a file", "utf-8")
    done = build(project, "--lang", language, format_="a2-poster", output=target / "deeper")
    assert done.returncode == 3
    assert done.stdout == ""
    assert str(target) in done.stderr
    assert "Traceback" not in done.stderr
    assert target.read_text("utf-8") == "a file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_output(project: Path) -> None:
    (project / "output").chmod(0o500)
    (project / "output" / "botschaften" / "de").chmod(0o500)
    done = build(project, "--report", "json", format_="a2-poster")
    assert done.returncode == 3
    assert [item["code"] for item in json.loads(done.stdout)["diagnostics"]] == [
        "output/not-allowed"
    ]
