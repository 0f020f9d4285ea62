"""`brochure build`: what is asked for arrives, what comes out goes to the right place."""

import json
from pathlib import Path
from typing import Any

import pytest

from brochure import pipeline
from brochure.diagnostics import Diagnostic, ExitCode, Problems, Severity, Span
from brochure.document.edition import Order

PLACE = Span("content/botschaften/publication.yaml", 2, 11)
ERROR = Diagnostic.of("project/unknown-format", PLACE, name="a5", known="a5-brochure")
WARNING = Diagnostic.of("layout/engine", None, Severity.WARNING, message="hm")


def test_results_go_to_stdout_and_messages_to_stderr(call: Any, project: Path) -> None:
    result = call("build")
    assert result.exit_code == ExitCode.MADE
    folder = project / "output/botschaften/de"
    assert result.stdout.splitlines() == [
        str(folder / "a5-brochure.web.pdf"),
        str(folder / "dl-leaflet.web.pdf"),
    ]
    assert "2 files and 0 pictures in output/" in result.stderr


def test_all_filters_reach_the_pipeline(call: Any, fake: Any, tmp_path: Path) -> None:
    result = call(
        "build", "botschaften", "--language", "de", "--format", "a5-brochure",
        "--format", "dl-leaflet", "--profile", "web", "--output", str(tmp_path / "o"), "--strict",
    )  # fmt: skip
    assert result.exit_code == 0
    assert fake.order == Order(("botschaften",), ("de",), ("a5-brochure", "dl-leaflet"), ("web",))
    assert (fake.output, fake.strict) == (tmp_path / "o", True)


def test_an_error_shows_its_source_line_and_ends_with_3(call: Any, fake: Any) -> None:
    fake.findings, fake.stopped = {"a5-brochure": (ERROR,)}, {"a5-brochure"}
    result = call("build")
    assert result.exit_code == ExitCode.BAD_CONTENT
    assert "content/botschaften/publication.yaml:2:11  error[project/unknown-f" in result.stderr
    assert "     2 | formats: [a5]\n       |           ^\n" in result.stderr
    assert "1 edition could not be made (1 error)" in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_the_same_finding_is_told_once(call: Any, fake: Any) -> None:
    fake.findings = {"a5-brochure": (WARNING,), "dl-leaflet": (WARNING,)}
    result = call("build")
    assert result.exit_code == 0
    assert result.stderr.count("warning[layout/engine]") == 1


def test_problems_of_the_plan_end_with_3(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def plan(*_: object) -> None:
        raise Problems([ERROR])

    monkeypatch.setattr(pipeline, "plan", plan)
    result = call("build")
    assert result.exit_code == ExitCode.BAD_CONTENT
    assert "     2 | formats: [a5]" in result.stderr


@pytest.mark.parametrize(
    ("words", "code", "near"),
    [
        (["botschaft"], "unknown-publication", "there is: botschaften\n"),
        (["--language", "xx"], "unknown-language", "there is: de\n"),
        (["--format", "a5-broshure"], "unknown-format", "there is: a5-brochure\n"),
        (["--format", "a5"], "unknown-format", "there is: a5-brochure\n"),
        (["--format", "q"], "unknown-format", "there is: a5-brochure, dl-leaflet\n"),
        (["--profile", "wbe"], "unknown-profile", "there is: web\n"),
    ],
)
def test_unknown_names_come_with_near_ones(
    call: Any, words: list[str], code: str, near: str
) -> None:
    result = call("build", *words)
    assert result.exit_code == ExitCode.USAGE
    assert f"error[cli/{code}]" in result.stderr
    assert near in result.stderr


def test_json_is_one_object_and_nothing_else(call: Any, fake: Any) -> None:
    fake.findings, fake.stopped = {"a5-brochure": (ERROR,)}, {"a5-brochure"}
    result = call("build", "--report", "json")
    report = json.loads(result.stdout)
    assert result.stderr == ""
    assert report["exit_code"] == result.exit_code == ExitCode.BAD_CONTENT
    assert report["files"] == [
        "botschaften/de/dl-leaflet.web.pdf",
        "botschaften/de/manifest.json",
    ]
    assert [edition["codes"] for edition in report["editions"]] == [["project/unknown-format"], []]
    assert report["editions"][1]["artifacts"][0]["pages"] == 12
    assert report["diagnostics"][0]["line"] == 2
    assert "seconds" not in result.stdout


def test_the_same_build_gives_the_same_report(call: Any) -> None:
    assert call("build", "--report=json").stdout == call("build", "--report=json").stdout


def test_open_shows_what_was_made(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("click.launch", lambda path: opened.append(path) or 0)
    call("build", "--open", "--format", "dl-leaflet")
    call("build", "--open")
    assert [Path(path).name for path in opened] == ["dl-leaflet.web.pdf", "de"]


def test_open_without_a_program_only_warns(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.launch", lambda path: 1)
    result = call("build", "--open")
    assert result.exit_code == 0
    assert "warning[cli/cannot-open]" in result.stderr
