"""`brochure diff`: a line a change, exit codes, folders, JSON, the page."""

import json
from pathlib import Path
from typing import Any

import pytest

from brochure.diagnostics import ExitCode
from tests.check.print.good import changed_file
from tests.check.ua.good import made

ONE_WORD = {"damage": [["wann die Türen offen", "wann die Tore offen"]]}
FILES = {
    "old/a.pdf": made({}),
    "old/sub/b.pdf": made({"bookmarks": ["x"]}),
    "old/gone.pdf": made({}),
    "new/a.pdf": made(ONE_WORD),
    "new/sub/b.pdf": made({"bookmarks": ["x"]}),
    "new/come.PDF": made({}),
    "new/letter.txt": b"no PDF",
    "locked.pdf": changed_file({"locked": True}),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, project: Path) -> Path:
    folder = tmp_path / "vergleich"
    for name, data in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "empty").mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_the_same_bytes_are_the_same(call: Any, here: Path) -> None:
    result = call("diff", "locked.pdf", "locked.pdf")
    assert result.exit_code == ExitCode.MADE
    assert result.stdout == ""
    assert "1 pair of files: no difference" in result.stderr


def test_a_line_a_change(call: Any, here: Path) -> None:
    result = call("diff", "old/a.pdf", "new/a.pdf", "--only", "text,tags", LANG="de_DE.UTF-8")
    assert result.exit_code == ExitCode.FINDINGS
    assert result.stdout.splitlines() == [
        "old/a.pdf → new/a.pdf",
        "  Text (1)",
        "    ~  Seite 1 (14 × 31 mm)  Wörter  „Türen“ → „Tore“  (…ist und wann die _ offen sind.)",
    ]


def test_folders_by_the_names_of_their_files(call: Any, here: Path) -> None:
    result = call("diff", "old", "new", "--only", "text")
    assert result.exit_code == ExitCode.FINDINGS
    assert "old/a.pdf → new/a.pdf" in result.stdout
    assert "gone.pdf: only in the first folder" in result.stdout
    assert "come.PDF: only in the second folder" in result.stdout
    assert "b.pdf" not in result.stdout
    assert "2 pairs of files: 3 differ" in result.stderr


def test_a_program_gets_values(call: Any, here: Path) -> None:
    report = json.loads(call("diff", "old", "new", "--report", "json").stdout)
    assert report["alone"] == [
        {"file": "come.PDF", "in": "second"},
        {"file": "gone.pdf", "in": "first"},
    ]
    first, second = report["comparisons"]
    assert second["same"] is True
    words, picture = first["changes"]
    assert (words["aspect"], words["kind"], words["what"]) == ("text", "changed", "words")
    assert (words["before"], words["after"]) == ("Türen", "Tore")
    assert words["places"][0]["after"]["page"] == 1
    assert picture["share_percent"] == 0.11
    assert len(picture["places"]) == 2


def test_the_page_lies_where_it_is_asked_for(call: Any, here: Path) -> None:
    call("diff", "old/a.pdf", "new/a.pdf", "--html", "told/changes.html")
    assert b"data:image/webp" in (here / "told/changes.html").read_bytes()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["old/a.pdf", "locked.pdf"], ExitCode.BAD_CONTENT, "compare/locked"),
        (["old/a.pdf", "new/letter.txt"], ExitCode.BAD_CONTENT, "compare/no-pdf"),
        (["old/a.pdf", "missing.pdf"], ExitCode.BAD_CONTENT, "compare/unreadable"),
        (["old/a.pdf", "new"], ExitCode.BAD_CONTENT, "compare/file-and-folder"),
        (["empty", "empty"], ExitCode.BAD_CONTENT, "compare/no-files"),
        (["old", "new", "--only", "text,smell"], ExitCode.USAGE, "cli/no-such-aspect"),
        (["old", "new", "--pages", "5-3"], ExitCode.USAGE, "cli/not-numbers"),
        (["old"], ExitCode.USAGE, "cli/missing-argument"),
    ],
)
def test_what_is_wrong_is_told(
    call: Any, here: Path, words: list[str], code: ExitCode, told: str
) -> None:
    result = call("diff", *words)
    assert result.exit_code == code
    assert f"[{told}]" in result.stderr
    assert "Traceback" not in result.stderr


def test_only_some_pages(call: Any, here: Path) -> None:
    assert call("diff", "old/a.pdf", "new/a.pdf", "--pages", "2-9").exit_code == ExitCode.MADE
    assert call("diff", "old/a.pdf", "new/a.pdf", "--pages", "1").exit_code == ExitCode.FINDINGS
