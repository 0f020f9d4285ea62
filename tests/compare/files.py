"""Pairs of files: a good one, and the same with one thing changed."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from brochure.compare.telling import line
from brochure.comparison import Bytes, Question, compared
from brochure.document.change import Compared
from tests.check.print.good import changed_file
from tests.check.ua.good import made
from tests.pdf.patches import page_of

CASES: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("cases.toml").read_text("utf-8")
)


@cache
def pair(name: str) -> tuple[bytes, bytes]:
    """Both files of a case."""
    case = CASES[name]
    return written(case.get("before", {})), written(case["after"])


def written(change: Mapping[str, Any]) -> bytes:
    """A file with a tree; `patches` makes one of colours alone, `print` one for the press."""
    if "patches" in change:
        return page_of(change["patches"], change.get("spots", {}))
    if "print" in change:
        return changed_file(change["print"])
    return made(change)


@cache
def both_ways(name: str) -> tuple[Compared, Compared]:
    """The comparison of a case, and that with its files changed about."""
    before, after = (Bytes(f"{at}.pdf", data) for at, data in zip("ab", pair(name), strict=True))
    return compared(before, after, Question()), compared(after, before, Question())


def told(before: bytes, after: bytes, **asked: Any) -> list[str]:
    """All changes, each as a line in English under its aspect."""
    return lines(compared(Bytes("a.pdf", before), Bytes("b.pdf", after), Question(**asked)))


def lines(found: Compared) -> list[str]:
    """The changes of a comparison as lines."""
    return [f"{change.aspect}: {line(change, 'en')}" for change in found.changes]
