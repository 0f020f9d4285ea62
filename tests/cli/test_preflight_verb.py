"""`brochure preflight`: a table of rules, findings with their places, exit codes."""

import json
from pathlib import Path
from typing import Any

import pytest

from brochure.diagnostics import ExitCode
from brochure.tools import ghostscript
from tests.check.print.good import changed_file, good_file
from tests.pdf.patches import page_of

RGB = {"content": "1 0 0 rg 60 200 40 40 re f"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, project: Path) -> Path:
    """Files lie outside of the project: preflight needs none."""
    folder = tmp_path / "eingang"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "good.pdf").write_bytes(good_file())
    (folder / "rgb.pdf").write_bytes(changed_file(RGB))
    (folder / "locked.pdf").write_bytes(changed_file({"locked": True}))
    (folder / "word.docx").write_bytes(b"PK")
    return folder


def test_a_good_file_passes(call: Any, here: Path) -> None:
    result = call("preflight", "good.pdf")
    assert result.exit_code == ExitCode.MADE
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert ["good.pdf", "print/colour-space", "passed", ""] in rows
    assert ["good.pdf", "print/spot-name", "skipped", "not asked for by this profile"] in rows
    assert {row[2] for row in rows} == {"passed", "skipped"}
    assert "1 file looked over for print: nothing found" in result.stderr


def test_a_finding_names_page_and_place(call: Any, here: Path) -> None:
    result = call("preflight", "rgb.pdf", LANG="de_DE.UTF-8")
    assert result.exit_code == ExitCode.FINDINGS
    assert "rgb.pdf\tprint/colour-space\tverletzt\t1 Fehler" in result.stdout
    assert "rgb.pdf#page=1 (18 × 66 mm)  Fehler[print/colour-space]" in result.stderr
    assert "Flächen oder Linien sind in DeviceRGB (1 ×)." in result.stderr


def test_a_program_gets_rules_and_places(call: Any, here: Path) -> None:
    report = json.loads(call("preflight", "good.pdf", "rgb.pdf", "--report", "json").stdout)
    assert report["variant"] == "sheet-cmyk"
    assert [(item["file"], item["pages"]) for item in report["preflight"]] == [
        ("good.pdf", 2),
        ("rgb.pdf", 2),
    ]
    found = {"rule": "print/colour-space", "outcome": "found", "findings": 1, "reason": None}
    assert found in report["preflight"][1]["rules"]
    (finding,) = report["diagnostics"]
    assert (finding["file"], finding["page"]) == ("rgb.pdf", 1)
    assert finding["area_mm"] == [18.2, 66.3, 14.1, 14.1]


@pytest.mark.parametrize(
    ("words", "exit_code", "code"),
    [
        (["locked.pdf"], ExitCode.FINDINGS, "print/locked"),
        (["word.docx"], ExitCode.FINDINGS, "print/no-pdf"),
        (["not-there.pdf"], ExitCode.FINDINGS, "print/unreadable"),
        (["."], ExitCode.FINDINGS, "print/unreadable"),
        (["good.pdf", "locked.pdf"], ExitCode.FINDINGS, "print/locked"),
        (["good.pdf", "--variant", "banner"], ExitCode.USAGE, "cli/not-a-choice"),
        (["good.pdf", "--distance", "weit"], ExitCode.USAGE, "cli/not-a-measure"),
        (["good.pdf", "--scale", "0"], ExitCode.USAGE, "cli/not-a-measure"),
        ([], ExitCode.USAGE, "cli/missing-argument"),
    ],
)
def test_what_can_not_be_judged_is_told(
    call: Any, here: Path, words: list[str], exit_code: int, code: str
) -> None:
    result = call("preflight", *words)
    assert result.exit_code == exit_code
    assert f"[{code}]" in result.stderr


def test_the_format_is_held_against_the_file(call: Any, here: Path) -> None:
    result = call("preflight", "good.pdf", "--format", "dl-leaflet")
    assert "[print/page-size]" in result.stderr and "297 × 210 mm" in result.stderr


@pytest.mark.parametrize(("strict", "exit_code"), [([], 0), (["--strict"], 1)])
def test_a_warning_counts_when_it_shall(
    call: Any, here: Path, strict: list[str], exit_code: int
) -> None:
    change = {"content": "0 1 1 0 k BT /F 7 Tf 1 0 0 1 60 200 Tm (Druckreif) Tj ET"}
    (here / "small.pdf").write_bytes(changed_file(change))
    assert call("preflight", "small.pdf", *strict).exit_code == exit_code


def test_a_distance_with_a_comma(call: Any, here: Path) -> None:
    words = ["good.pdf", "--variant", "large-format", "--distance", "2,5"]
    assert call("preflight", *words).exit_code == ExitCode.MADE


def test_a_rule_that_fails_is_our_fault(
    call: Any, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brochure.check.print.version.findings", lambda *_: 1 / 0)
    result = call("preflight", "rgb.pdf")
    assert result.exit_code == ExitCode.OUR_FAULT
    assert "[check/crashed]" in result.stderr


def test_ink_is_measured_unless_it_shall_not(call: Any, here: Path) -> None:
    """A square of 70 % by two inks that lie upon each other, which only plates know."""
    (here / "patch.pdf").write_bytes(page_of(["0.4 0 0 0 k; /Over gs 0 0.3 0 0 k"]))
    words = ["patch.pdf", "--ink-limit", "60"]
    without = call("preflight", *words, "--without-ink")
    reason = "not measured: nobody asked for it"
    assert f"patch.pdf\tprint/ink-coverage\tskipped\t{reason}" in without.stdout
    if ghostscript.find():
        found = call("preflight", *words)
        assert "[print/ink-coverage]  Here lie 70 % of ink; the paper bears 60 %." in found.stderr
        enough = call("preflight", "patch.pdf", "--ink-limit", "70")
        assert "patch.pdf\tprint/ink-coverage\tpassed" in enough.stdout
