"""Rule by rule: the good file, and one thing in it damaged (`cases.toml`)."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from brochure.catalog.checks import default_rules
from brochure.check.registry import Check, all_checks, judged, rules_of
from brochure.diagnostics import Diagnostic
from brochure.diagnostics.messages import LANGUAGES, codes
from brochure.diagnostics.show import show
from brochure.document.tagged_file import TaggedFile
from brochure.pdf.structure import read_tagged
from tests.check.ua.good import made

CASES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))


def checks() -> dict[str, Check]:
    return {id_: check for id_, check in all_checks().items() if id_.startswith("ua/")}


def found_in(file: TaggedFile) -> Iterator[Diagnostic]:
    for outcome in judged(checks(), file, rules_of(default_rules(), file.name)):
        assert outcome.status != "crashed", outcome
        yield from outcome.findings


def told(finding: Diagnostic) -> str:
    span = finding.span
    assert span and span.file == "good.pdf"
    page = f" page {span.page}" if span.page else ""
    place = f" at {round(span.area[0])} × {round(span.area[1])}" if span.area else ""
    return f"{finding.severity} {finding.sentence}{page}{place}"


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    case = CASES[name]
    found = list(found_in(read_tagged(made(case), "good.pdf")))
    assert [told(finding) for finding in found] == case.get("told", [])
    for language in LANGUAGES:
        for finding in found:
            assert show(finding, language, lambda _: [])


def sentences() -> set[str]:
    return {line.split()[1] for case in CASES.values() for line in case.get("told", ())}


def test_every_check_has_a_case_that_breaks_it() -> None:
    broken = {"/".join(sentence.split("/")[:2]) for sentence in sentences()}
    assert broken == checks().keys()


def test_every_sentence_is_told_in_a_case() -> None:
    all_ = {code for code in codes() if code.startswith("ua/") and "/skipped/" not in code}
    assert all_ - sentences() == UNTOLD


def test_every_check_has_its_level() -> None:
    assert {id_ for id_ in default_rules() if id_.startswith("ua/")} == checks().keys()


UNTOLD = {
    "ua/encryption/unknown",  # in `test_values.py`, as the next two
    "ua/font-encoding/symbolic-tables",
    "ua/font-encoding/tables",
    "ua/tree/too-deep",  # in `test_hostile_files.py`
    "ua/tree/too-many",
}
"""Told elsewhere."""
