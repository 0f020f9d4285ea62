"""`brochure check FILE…` and `brochure explain`: what others made, and why it is asked of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from brochure.check.registry import all_checks
from brochure.diagnostics import ExitCode
from tests.check.print.good import changed_file
from tests.check.ua.good import made


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, project: Path) -> Path:
    """Files lie outside of the project: to check them needs none."""
    folder = tmp_path / "eingang"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "good.pdf").write_bytes(made({}))
    (folder / "untagged.pdf").write_bytes(changed_file({}))
    (folder / "locked.pdf").write_bytes(changed_file({"locked": True}))
    (folder / "word.docx").write_bytes(b"PK")
    return folder


def outcomes(result: Any) -> dict[str, str]:
    (checked,) = json.loads(result.stdout)["checked"]
    return {rule["rule"]: rule["outcome"] for rule in checked["rules"]}


def test_a_good_file_says_what_was_not_looked_at(call: Any, here: Path) -> None:
    result = call("check", "good.pdf")
    assert result.exit_code == ExitCode.MADE
    assert "needs the text or the pages that a file was made from" in result.stderr
    assert "1 file checked: nothing found" in result.stderr


def test_a_program_hears_of_every_check(call: Any, here: Path) -> None:
    ended = outcomes(call("check", "good.pdf", "--report", "json"))
    assert ended.keys() == all_checks().keys()
    assert ended["ua/heading-order"] == "passed"
    assert ended["text/alt-text"] == "skipped"
    assert ended["print/boxes"] == "skipped"


def test_what_a_file_is_for_says_what_is_asked(call: Any, here: Path) -> None:
    for_print = outcomes(call("check", "untagged.pdf", "--for", "print", "--report", "json"))
    assert for_print["print/boxes"] == "passed"
    assert for_print["ua/tagged"] == "skipped"


def test_a_file_without_tags_is_one_error(call: Any, here: Path) -> None:
    result = call("check", "untagged.pdf", "--report", "json")
    assert result.exit_code == ExitCode.FINDINGS
    errors = [
        item
        for item in json.loads(result.stdout)["diagnostics"]
        if item["severity"] == "error" and item["code"].startswith("ua/")
    ]
    assert len(errors) == 1


def test_what_is_no_readable_pdf_stops_no_other(call: Any, here: Path) -> None:
    files = ("locked.pdf", "word.docx", "nowhere.pdf", "good.pdf")
    result = call("check", *files, "--jobs", "1", "--report", "json")
    assert result.exit_code == ExitCode.FINDINGS
    values = json.loads(result.stdout)
    assert [item["file"] for item in values["checked"]] == list(files)
    codes = {item["code"] for item in values["diagnostics"] if item["severity"] == "error"}
    assert {"print/locked", "print/no-pdf", "print/unreadable"} <= codes


def test_many_files_are_checked_side_by_side(call: Any, here: Path) -> None:
    alone = call("check", "good.pdf", "untagged.pdf", "--jobs", "1", "--report", "json").stdout
    beside = call("check", "good.pdf", "untagged.pdf", "--jobs", "2", "--report", "json").stdout
    assert json.loads(beside)["checked"] == json.loads(alone)["checked"]


def test_explain_prints_the_rationale_and_the_levels(call: Any, here: Path) -> None:
    told = call("explain", "ua/heading-order").stdout
    assert told.startswith("ua/heading-order: ")
    assert "Rationale: " in told and "Web: error" in told and "Print shop: off" in told


def test_explain_lists_all_checks(call: Any, here: Path) -> None:
    rows = [line.split("\t") for line in call("explain").stdout.splitlines()]
    assert [row[0] for row in rows] == list(all_checks())


def test_explain_knows_what_is_near(call: Any, here: Path) -> None:
    result = call("explain", "ua/heading-ordre")
    assert result.exit_code == ExitCode.USAGE
    assert "ua/heading-order" in result.stderr


def test_reports_are_written_in_the_form_of_their_names(call: Any, here: Path) -> None:
    names = ("r.html", "r.json", "r.sarif", "r.xml")
    words = [word for name in names for word in ("--write", name)]
    assert call("check", "untagged.pdf", *words).exit_code == ExitCode.FINDINGS
    page, values, sarif, junit = ((here / name).read_text("utf-8") for name in names)
    assert page.startswith("<!doctype html>") and "untagged.pdf" in page
    assert "data:image/png;base64," in page
    assert json.loads(values) and json.loads(sarif)["version"] == "2.1.0"
    assert "<testsuites" in junit


def test_a_report_of_no_known_form_is_refused_before_anything(call: Any, here: Path) -> None:
    result = call("check", "good.pdf", "--write", "r.docx")
    assert result.exit_code == ExitCode.USAGE
    assert ".html, .json, .sarif, .xml" in result.stderr
    assert not (here / "r.docx").exists()
