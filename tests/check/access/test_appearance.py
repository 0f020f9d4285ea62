"""What pages look like: a page with text, and one thing in it damaged (`appearance.toml`)."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from brochure.catalog import CheckProfile
from brochure.check.registry import Outcome, all_checks, judged, rules_of
from brochure.diagnostics import Diagnostic
from brochure.diagnostics.messages import LANGUAGES, codes
from brochure.diagnostics.show import show
from brochure.document.rendered import RenderedFile
from brochure.pdf.rendering import rendered_file
from tests.pdf.rendering.drawn import drawn, forms_in_forms

CASES: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("appearance.toml").read_text("utf-8")
)
CHECKS = {id_: check for id_, check in all_checks().items() if check.looks_at is RenderedFile}


def rendered(case: dict[str, Any]) -> RenderedFile:
    picture = bytes.fromhex(case["picture"]) * 16 if "picture" in case else None
    pdf = drawn(case["content"], page=case.get("page", "<< >>"), picture=picture)
    return replace(rendered_file(pdf, "a.pdf"), medium=case.get("medium", "screen"))


def outcomes(file: RenderedFile) -> list[Outcome]:
    return list(judged(CHECKS, file, rules_of(CheckProfile.named("web").rules, file.name)))


def told(finding: Diagnostic) -> str:
    span = finding.span
    assert span and span.file == "a.pdf"
    place = f" at {round(span.area[0])} × {round(span.area[1])}" if span.area else ""
    return f"{finding.severity} {finding.sentence} page {span.page}{place}"


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    findings = [item for outcome in outcomes(rendered(CASES[name])) for item in outcome.findings]
    assert sorted(map(told, findings)) == sorted(CASES[name]["told"])
    for language in LANGUAGES:
        assert all(show(item, language, lambda _: []) for item in findings)


def test_every_check_has_a_case_that_breaks_it() -> None:
    broken = {line.split()[1] for case in CASES.values() for line in case["told"]}
    assert {"/".join(code.split("/")[:2]) for code in broken} == CHECKS.keys()


def test_every_sentence_is_told_in_a_case() -> None:
    broken = {line.split()[1] for case in CASES.values() for line in case["told"]}
    ours = {code for code in codes() if "/".join(code.split("/")[:2]) in CHECKS}
    assert ours - broken == {"access/contrast/unread"}  # told below


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nothing", b"\0" * 1000])
def test_what_cannot_be_shown_is_skipped_with_a_reason(data: bytes) -> None:
    ended = outcomes(rendered_file(data, "a.pdf"))
    assert {(item.status, item.reason) for item in ended} == {
        ("skipped", "check/skipped/not-rendered")
    }


def test_a_page_that_holds_too_much_is_told_and_not_looked_at() -> None:
    file = rendered_file(forms_in_forms(levels=9, each=10), "a.pdf")
    findings = [item for outcome in outcomes(file) for item in outcome.findings]
    assert [told(item) for item in findings] == ["note access/contrast/unread page 1"]
