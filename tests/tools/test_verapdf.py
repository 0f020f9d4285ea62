"""veraPDF's report is read right, and its absence and its failures are said plainly."""

import stat
from pathlib import Path

import pytest

from brochure.tools.failed import ToolFailed
from brochure.tools.verapdf import Failure, Verdict, find, validate

REPORT = """{"report": {"jobs": [
 {"itemDetails": {"name": "%(good)s"},
  "validationResult": [{"compliant": true, "details": {"ruleSummaries": []}}]},
 {"itemDetails": {"name": "%(bad)s"},
  "validationResult": [{"compliant": false, "details": {"ruleSummaries": [
   {"clause": "7.3", "testNumber": 1, "failedChecks": 2, "description": "long",
    "checks": [{"errorMessage": "no Alt"}]}]}}]}]}}"""


def program(folder: Path, output: str, code: int = 0) -> Path:
    file = folder / "verapdf"
    file.write_text(f"#!/bin/sh\ncat <<'END'\n{output}\nEND\necho trouble >&2\nexit {code}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


def test_verdicts_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    command = (str(program(tmp_path, REPORT % {"good": good, "bad": bad}, 1)),)
    assert validate(command, [bad, good], "ua1") == [
        Verdict(bad, "ua1", False, (Failure("7.3", 1, 2, "no Alt"),)),
        Verdict(good, "ua1", True, ()),
    ]


@pytest.mark.parametrize("output", ["", "{}", "Exception in thread main", REPORT])
def test_no_report_is_a_failure_and_never_a_pass(tmp_path: Path, output: str) -> None:
    with pytest.raises(ToolFailed):
        validate((str(program(tmp_path, output)),), [tmp_path / "a.pdf"], "ua1")


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ToolFailed):
        validate((str(tmp_path / "nothing"),), [tmp_path / "a.pdf"], "ua1")


def test_own_program_first_then_the_fetched_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find(tmp_path) is None
    jars = tmp_path / ".cache/verapdf/lib"
    jars.mkdir(parents=True)
    (jars / "a.jar").touch()
    assert find(tmp_path) is None, "jars without Java are of no use"
    java = tmp_path / "java"
    java.touch(0o755)
    assert find(tmp_path)[0] == str(java)  # type: ignore[index]
    assert find(tmp_path)[-1].endswith("GreenfieldCliWrapper")  # type: ignore[index]
    own = program(tmp_path, "")
    assert find(tmp_path) == (str(own),)
