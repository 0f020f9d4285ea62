"""`brochure records` and `build`: what a person and a program are told, with which exit code."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from brochure.cli.main import main
from brochure.project import Project


@pytest.fixture
def brief(brief: Project) -> Project:
    """With files of the look and fonts of its own: a link that leads outside is not followed."""
    for name in ("styles", "fonts"):
        folder = brief.root / name
        origin = folder.resolve()
        folder.unlink()
        shutil.copytree(origin, folder)
    return brief


def call(project: Project, *words: str) -> Result:
    clean: dict[str, Any] = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": "C.UTF-8"}
    return CliRunner().invoke(main, ["--project", str(project.root), *words], env=clean)


def spoil(project: Project) -> None:
    path = project.root / "content/brief/data/quartiere.csv"
    text = path.read_bytes().decode()
    changed = text.replace("9.119", "viele", 1).replace("grumme.png", "grume.png", 1)
    path.write_bytes(changed.encode())


def made(project: Project) -> list[str]:
    return sorted(str(path.relative_to(project.output)) for path in project.output.rglob("*.html"))


def test_records_that_are_good(brief: Project) -> None:
    result = call(brief, "records")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "brief: 20 records, 19 selected, 0 cannot be made; nothing found\n"


def test_records_that_lack_something(brief: Project) -> None:
    spoil(brief)
    result = call(brief, "records", "brief")
    assert result.exit_code == 1
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [row[:3] for row in rows] == [["brief", "2", "Hordel"], ["brief", "5", "Grumme"]]
    assert "19 selected, 2 cannot be made; 2 errors" in result.stderr


def test_records_for_a_program(brief: Project) -> None:
    spoil(brief)
    report = json.loads(call(brief, "records", "--report", "json").stdout)
    assert report["exit_code"] == 1
    (publication,) = report["publications"]
    assert publication["lacking"] == [
        {"number": 2, "record": "Hordel", "made": False, "codes": ["records/not-a-number"]},
        {"number": 5, "record": "Grumme", "made": False, "codes": ["records/picture-missing"]},
    ]
    assert (publication["records"], publication["selected"]) == (20, 19)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["records", "brif"], "cli/unknown-publication"),
        (["info", "--record", "Homme"], "cli/unknown-record"),
        (["info", "--records", "20-1"], "cli/not-numbers"),
        (["info", "--records", "x"], "cli/not-numbers"),
    ],
)
def test_wrong_words(brief: Project, words: list[str], code: str) -> None:
    result = call(brief, *words)
    assert result.exit_code == 2
    assert f"error[{code}]" in result.stderr


def test_no_publication_has_records(tmp_path: Path) -> None:
    for name in ("content", "styles", "fonts"):
        (tmp_path / name).mkdir()
    result = call(Project(tmp_path), "records")
    assert result.exit_code == 2
    assert "cli/no-records" in result.stderr


def test_build_makes_an_edition_a_record(brief: Project) -> None:
    result = call(brief, "build", "--profile", "html", "--records", "1-2")
    assert result.exit_code == 0, result.stderr
    assert made(brief) == ["brief/de/dl-leaflet-hamme.html", "brief/de/dl-leaflet-hordel.html"]
    assert "Liebe Menschen" in (brief.output / made(brief)[0]).read_text("utf-8")
    manifest = json.loads((brief.output / "brief/de/manifest.json").read_bytes())
    assert [entry["record"] for entry in manifest["files"]] == ["Hamme", "Hordel"]


def test_a_bad_record_stops_the_build_before_anything_is_made(brief: Project) -> None:
    call(brief, "build", "--profile", "html", "--record", "Hamme")
    before = (brief.output / "brief/de/manifest.json").read_bytes()
    spoil(brief)
    result = call(brief, "build", "--profile", "html")
    assert result.exit_code == 3
    assert result.stderr.count("error[records/") == 2
    assert (brief.output / "brief/de/manifest.json").read_bytes() == before


def test_the_others_are_made_where_that_is_asked_for(brief: Project) -> None:
    spoil(brief)
    words = ("build", "--profile", "html", "--records", "1-3", "--skip-bad-records")
    result = call(brief, *words)
    assert result.exit_code == 0, result.stderr
    assert [name.partition("leaflet-")[2][:5] for name in made(brief)] == ["hamme", "hofst"]
    assert "Left out, as they are wrong (1): Hordel." in result.stderr
    assert "warning[records/not-a-number]" in result.stderr
