"""`brochure impose`: from a file to a file, with findings and exit codes."""

import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.sheet.pdfs import flat_pdf


@pytest.fixture
def booklet(tmp_path: Path) -> Path:
    """Eight pages A5."""
    file = tmp_path / "a5.print.pdf"
    file.write_bytes(flat_pdf(8))
    return file


def test_sheets_lie_beside_the_file(call: Any, booklet: Path) -> None:
    result = call("impose", str(booklet), "--paper", "135", "--dummy")
    assert result.exit_code == 0
    files = [booklet.with_name(f"a5.print.saddle.{end}") for end in ("pdf", "dummy.svg")]
    assert result.stdout.splitlines() == list(map(str, files))
    assert "2 sheets in a5.print.saddle.pdf" in result.stderr
    with pikepdf.open(files[0]) as pdf:
        assert len(pdf.pages) == 4
    assert files[1].read_bytes().startswith(b"<svg")


def test_a_program_reads_how_pages_lie(call: Any, booklet: Path, tmp_path: Path) -> None:
    words = ["--scheme", "n-up", "--grid", "3x1", "--output", str(tmp_path / "new")]
    report = json.loads(call("impose", str(booklet), *words, "--report", "json").stdout)
    assert report["sheets"] == [[[1, 2, 3]], [[4, 5, 6]], [[7, 8, None]]]
    assert report["files"] == [str(tmp_path / "new" / "a5.print.n-up.pdf")]


def test_pages_that_do_not_fit_write_nothing(call: Any, booklet: Path) -> None:
    booklet.write_bytes(flat_pdf(6))
    result = call("impose", str(booklet))
    assert result.exit_code == 3
    assert "[sheet/page-count]" in result.stderr and "--blank end" in result.stderr
    assert [path.name for path in booklet.parent.glob("*.pdf")] == ["a5.print.pdf"]
    assert call("impose", str(booklet), "--blank", "before-back").exit_code == 0


def test_a_file_that_is_not_there_is_told(call: Any, tmp_path: Path) -> None:
    for name in ("nothing.pdf", "."):
        result = call("impose", str(tmp_path / name))
        assert result.exit_code == 3
        assert "[sheet/unreadable]" in result.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--sheet", "A33"], "wrong-paper"),
        (["--sheet", "0x400"], "wrong-paper"),
        (["--gutter", "wide"], "wrong-length"),
        (["--grid", "2x0"], "wrong-grid"),
        (["--paper", "thick"], "wrong-grammage"),
        (["--scheme", "sadle"], "not-a-choice"),
        (["--signature", "12"], "not-a-choice"),
        ([], "missing-argument"),
    ],
)
def test_wrong_words_are_told(call: Any, booklet: Path, words: list[str], code: str) -> None:
    result = call("impose", *([str(booklet)] if words else []), *words)
    assert result.exit_code == 2
    assert f"[cli/{code}]" in result.stderr


@pytest.mark.parametrize(
    ("words", "marks"), [([], True), (["--marks", "none"], False), (["--marks", "crop"], True)]
)
def test_marks_are_drawn_unless_none_are_wanted(
    call: Any, booklet: Path, words: list[str], marks: bool
) -> None:
    assert call("impose", str(booklet), *words).exit_code == 0
    with pikepdf.open(booklet.with_name("a5.print.saddle.pdf")) as pdf:
        assert ("/ColorSpace" in pdf.pages[0].Resources) == marks


def test_the_slug_line_speaks_the_language_of_the_call(call: Any, booklet: Path) -> None:
    made = {}
    for language in ("en", "de"):
        call("impose", str(booklet), "--lang", language)
        made[language] = booklet.with_name("a5.print.saddle.pdf").read_bytes()
    assert made["en"] != made["de"]
    call("impose", str(booklet), "--lang", "de")
    assert booklet.with_name("a5.print.saddle.pdf").read_bytes() == made["de"]
