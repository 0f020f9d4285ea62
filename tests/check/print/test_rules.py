"""Rule by rule: the good file, and one thing in it damaged (`cases.toml`)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from brochure.catalog import Format, Variant, known
from brochure.check.print import Paper, rules
from brochure.check.print.rule import Crease
from brochure.diagnostics import Diagnostic, Span
from brochure.diagnostics.messages import LANGUAGES, codes
from brochure.diagnostics.show import show
from brochure.preflight import Order, paper_of, preflight, shortened
from tests.check.print.good import changed_file

ROOT = Path(__file__).resolve().parents[3]
CASES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))


def order(case: dict[str, Any]) -> Order:
    paper = paper_of(Format.named(case["format"])) if "format" in case else None
    if "folds" in case:
        paper = Paper(105, 148, (3, 3, 3, 3), (tuple(Crease(*fold) for fold in case["folds"]),))
    return Order(
        Variant.named(case.get("variant", "sheet-cmyk")),
        paper,
        case.get("scale", 1.0),
        case.get("distance"),
    )


def told(finding: Diagnostic) -> str:
    span = finding.span
    assert span and span.file == "good.pdf"
    page = f" page {span.page}" if span.page else ""
    place = f" at {round(span.area[0])} × {round(span.area[1])}" if span.area else ""
    return f"{finding.severity} {finding.sentence}{page}{place}"


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    case = CASES[name]
    done = preflight(changed_file(case), "good.pdf", order(case))
    assert [told(finding) for finding in done.findings] == case["told"]
    for language in LANGUAGES:
        for finding in done.findings:
            assert show(finding, language, lambda _: [])


def test_every_rule_has_a_case_that_breaks_it() -> None:
    broken = {line.split()[1] for case in CASES.values() for line in case["told"]}
    assert {"/".join(sentence.split("/")[:2]) for sentence in broken} == rules().keys()


def test_every_sentence_of_a_rule_is_told_in_a_case() -> None:
    broken = {line.split()[1] for case in CASES.values() for line in case["told"]}
    ids = rules().keys()
    assert {code for code in codes() if "/".join(code.split("/")[:2]) in ids} - broken == UNTOLD


UNTOLD = {
    "print/content/limit",  # in `tests/pdf/content/`: a file that paints so much would be slow here
    "print/ink-coverage",  # in `test_ink_coverage.py`, as the next: they need plates
    "print/ink-coverage/square",
}
"""Told elsewhere."""


@pytest.mark.parametrize("name", known("preflight"))
def test_every_variant_says_something_of_every_rule(name: str) -> None:
    variant = Variant.named(name)
    assert variant.rules.keys() == rules().keys()
    assert {rule["level"] for rule in variant.rules.values()} <= {"error", "warning", "note", "off"}
    assert variant.title.keys() == set(LANGUAGES)


def test_every_rule_stands_in_the_ledger() -> None:
    ledger = tomllib.loads((ROOT / "brochure/pdf/ledger/print.toml").read_text("utf-8"))
    assert rules().keys() <= {where for row in ledger.values() for where in row.get("where", ())}


def test_a_rule_that_fails_outranks_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("brochure.check.print.version.findings", fails)
    done = preflight(changed_file({}), "good.pdf", order({}))
    assert done.crashed
    assert [told(finding) for finding in done.findings] == ["error check/crashed"]
    ended = {outcome.check: outcome.status for outcome in done.outcomes}
    assert ended["print/version"] == "crashed" and ended["print/fonts"] == "passed"


@pytest.mark.parametrize("change", [{"print/nothing": {"level": "error"}}, None])
def test_a_variant_that_knows_other_rules_is_refused(change: Any) -> None:
    known_rules = Variant.named("sheet-cmyk").rules
    wrong = {**known_rules, **change} if change else {"print/fonts": known_rules["print/fonts"]}
    with pytest.raises(LookupError):
        preflight(changed_file({}), "good.pdf", Order(Variant("x", {}, wrong)))


def test_a_check_without_its_rationale_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brochure.check.print.version.__doc__", "print/versoin: x.\n\nRationale: y")
    with pytest.raises(LookupError, match=r"print/version"):
        rules()


def test_what_is_wrong_everywhere_is_told_three_times() -> None:
    pages = [1, 2, 3, 5, 6, 7, 9]
    findings = [Diagnostic.of("print/bleed", Span("a.pdf", page=page)) for page in pages]
    short = list(shortened(findings, 3))
    assert [item.code for item in short] == ["print/bleed"] * 3 + ["print/more"]
    assert dict(short[-1].values) == {"count": "4", "kind": "print/bleed", "pages": "5–7, 9"}
