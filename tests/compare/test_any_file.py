"""Files that nobody should send: nothing crashes, and what was not compared is said."""

import random
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from brochure import comparison
from brochure.catalog.comparison import compare_limits
from brochure.comparison import Bytes, Question, compared
from tests.check.print.good import changed_file
from tests.check.ua.good import made

GOOD = Bytes("good.pdf", made({}))


def codes(data: bytes, **asked: Any) -> list[str]:
    found = compared(GOOD, Bytes("other.pdf", data), Question(**asked))
    assert not found.same
    return [item.code for item in (*found.unread, *found.unseen)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "compare/no-pdf"),
        (b"PK\3\4 a letter", "compare/no-pdf"),
        (GOOD.data[:200], "compare/no-pdf"),
        (changed_file({"locked": True}), "compare/locked"),
    ],
)
def test_what_can_not_be_read(data: bytes, code: str) -> None:
    assert codes(data) == [code]


@pytest.mark.parametrize("seed", range(25))
def test_a_file_with_wrong_bytes(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(GOOD.data)
    for _ in range(40):
        data[chance.randrange(len(data))] = chance.randrange(256)
    codes(bytes(data))


def test_two_files_of_which_neither_can_be_read() -> None:
    found = compared(Bytes("a", b"no"), Bytes("b", b"pdf"), Question())
    assert [str(item.span) for item in found.unread] == ["a", "b"]


@pytest.mark.parametrize(
    ("limit", "code"),
    [
        ({"bytes": 1000}, "compare/too-large"),
        ({"words": 3}, "compare/too-much"),
        ({"elements": 3}, "compare/too-much"),
        ({"pictures": 1}, "compare/pages-not-painted"),
    ],
)
def test_a_limit_is_told(limit: dict[str, int], code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    smaller = replace(compare_limits(), **limit)  # type: ignore[arg-type]
    monkeypatch.setattr(comparison, "compare_limits", lambda: smaller)
    assert code in codes(made({"damage": [["blauem", "grauem"]]}))


def test_a_page_too_large_to_paint() -> None:
    pdf = pikepdf.open(BytesIO(GOOD.data))
    pdf.pages[1].MediaBox = [0, 0, 90_000, 90_000]
    assert codes(saved(pdf)) == ["compare/pages-not-painted"]


def test_a_file_without_pages() -> None:
    assert codes(saved(pikepdf.new())) == ["compare/not-painted"]


def test_as_many_paragraphs_as_a_book_has() -> None:
    texts = [f"Absatz {number} von vielen" for number in range(3000)]
    tree = "\n".join(["Document", *(f"  P | {text}" for text in texts)])
    other = "\n".join(["Document", *(f"  P | {text}" for text in reversed(texts))])
    asked = Question(frozenset({"text", "tags"}))
    one, two = (Bytes(str(at), made({"tree": text})) for at, text in enumerate((tree, other)))
    assert {change.kind for change in compared(one, two, asked).changes} == {"moved"}


def saved(pdf: pikepdf.Pdf) -> bytes:
    file = BytesIO()
    pdf.save(file)
    return file.getvalue()
