"""check, info, schema and completion."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from brochure.content import json_schema
from brochure.diagnostics import Diagnostic, ExitCode, Severity

ROOT = Path(__file__).parents[2]
BAD_TEXT = Diagnostic.of("project/language-missing", None, file="content/x/de.yaml")
BAD_PDF = Diagnostic.of("pdf/not-built", None, file="a5-brochure.web.pdf")
WARNING = Diagnostic.of("layout/engine", None, Severity.WARNING, message="hm")
NOTE = Diagnostic.of("pdf/not-validated", None, Severity.NOTE, standard="PDF/UA-1")


@pytest.mark.parametrize(
    ("findings", "words", "exit_code"),
    [
        ((), [], ExitCode.MADE),
        ((NOTE,), ["--strict"], ExitCode.MADE),
        ((WARNING,), [], ExitCode.MADE),
        ((WARNING,), ["--strict"], ExitCode.FINDINGS),
        ((BAD_PDF,), [], ExitCode.FINDINGS),
        ((BAD_TEXT, BAD_PDF), [], ExitCode.BAD_CONTENT),
    ],
)
def test_check_ends_by_what_was_found(
    call: Any, fake: Any, findings: Any, words: list[str], exit_code: int
) -> None:
    fake.findings = {"dl-leaflet": findings}
    result = call("check", *words)
    assert result.exit_code == exit_code
    assert "2 editions checked" in result.stderr
    for finding in findings:
        assert f"[{finding.code}]" in result.stderr


def test_check_reports_to_a_program(call: Any, fake: Any) -> None:
    fake.findings = {"dl-leaflet": (NOTE,)}
    report = json.loads(call("check", "--report", "json").stdout)
    assert [edition["codes"] for edition in report["editions"]] == [[], ["pdf/not-validated"]]
    assert report["diagnostics"][0]["severity"] == "note"


def test_info_is_lines_with_tabs_for_a_program(call: Any) -> None:
    rows = [line.split("\t") for line in call("info").stdout.splitlines()]
    assert [row[:5] for row in rows] == [
        ["botschaften", "de", "a5-brochure", "web", "a5-brochure.web.pdf"],
        ["botschaften", "de", "dl-leaflet", "web", "dl-leaflet.web.pdf"],
    ]


def test_info_in_german_and_as_json(call: Any) -> None:
    assert "Broschüre A5" in call("info", "--format", "a5-brochure", LANG="de_DE.UTF-8").stdout
    report = json.loads(call("info", "--report", "json").stdout)
    assert report["editions"][1]["expected"] == ["botschaften/de/dl-leaflet.web.pdf"]


@pytest.mark.parametrize("kind", ["publication", "document"])
def test_schema_is_printed(call: Any, kind: str) -> None:
    result = call("schema", kind)
    assert json.loads(result.stdout) == json.loads(json.dumps(json_schema(kind)))  # type: ignore[arg-type]


def test_schema_is_written_beside_the_content(call: Any, project: Path) -> None:
    result = call("schema", "--write")
    assert (result.exit_code, result.stdout) == (0, "")
    for kind in ("publication", "document"):
        written = json.loads((project / f"schema/{kind}.schema.json").read_text("utf-8"))
        assert written["$schema"].startswith("https://json-schema.org/")


def test_a_project_elsewhere(call: Any, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    for words in (["--project", str(project), "info"], ["info", "--project", str(project)]):
        assert call(*words).exit_code == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(call: Any, shell: str) -> None:
    result = call("completion", shell)
    assert result.exit_code == 0
    assert f"_BROCHURE_COMPLETE={shell}_complete" in result.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("brochure b", "build"),
        ("brochure build b", "botschaften"),
        ("brochure build --format dl", "dl-leaflet"),
        ("brochure build --pro", "--profile"),
        ("brochure completion f", "fish"),
    ],
)
def test_completion_knows_verbs_options_and_names(project: Path, words: str, expected: str) -> None:
    count = len(words.split()) - 1
    env = {**os.environ, "PYTHONPATH": str(ROOT), "_BROCHURE_COMPLETE": "bash_complete"}
    env |= {"COMP_WORDS": words, "COMP_CWORD": str(count)}
    command = [sys.executable, "-m", "brochure"]
    result = subprocess.run(command, capture_output=True, text=True, env=env, cwd=project)
    assert expected in [line.partition(",")[2] for line in result.stdout.splitlines()]
