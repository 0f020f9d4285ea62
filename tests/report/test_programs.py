"""What programs read of a report: JSON, SARIF, JUnit."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator

from brochure.diagnostics import Diagnostic, Problems, Severity, Span
from brochure.document.checked import Checked, Outcome
from brochure.document.examined import Examination, Examined
from brochure.report.json import read_report, report_as_json, report_as_values, report_schema
from brochure.report.junit import report_as_junit
from brochure.report.sarif import report_as_sarif
from brochure.report.told import findings_of
from tests.report.examinations import (
    LOCKED,
    OVERFLOW,
    TITLE,
    examination,
    examined,
    many,
    without_crash,
)

ROOT = Path(__file__).resolve().parents[2]
SARIF = ROOT / ".cache/reports/sarif-2.1.0-rtm.5.json"
UNREAD = Examined(Checked("zu.pdf", unread=(LOCKED,), file="zu.pdf"))
LANGUAGES = ["en", "de"]


def check(values: dict[str, Any], id_: str) -> dict[str, Any]:
    found: dict[str, Any] = next(c for c in values["items"][0]["checks"] if c["check"] == id_)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_is_what_its_schema_says(language: str) -> None:
    values = json.loads(report_as_json(examination(examined(), UNREAD), language))
    Draft202012Validator.check_schema(report_schema())
    Draft202012Validator(report_schema()).validate(values)
    earlier = examination(earlier=values)
    Draft202012Validator(report_schema()).validate(report_as_values(earlier, language))


def test_json_tells_places_numbers_and_what_was_worst() -> None:
    values = report_as_values(examination(), "de")
    assert values["counts"] == {
        "error": 2,
        "warning": 1,
        "note": 1,
        "crashed": 1,
        "waived": 1,
        "skipped": 1,
        "passed": 1,
    }
    assert values["items"][0]["verdict"] == "crashed"
    (finding,) = check(values, "layout/overflow")["findings"]
    assert (finding["file"], finding["line"], finding["column"]) == ("content/stadt/de.yaml", 2, 7)
    assert (finding["page"], finding["area_mm"]) == (1, [20, 30, 60, 12])
    assert "Grüße & <Maße>" in finding["message"] and "120 Zeichen" in finding["hint"]
    assert check(values, "print/ink-coverage")["reason"].startswith("nicht gemessen")
    order = [item["check"] for item in values["items"][0]["checks"]]
    assert order[:2] == ["ua/order", "layout/overflow"] and order[-1] == "ua/figure-alt"


def moved(finding: Diagnostic) -> Diagnostic:
    """The same finding after somebody wrote three lines above it, and a word into it."""
    assert finding.span
    values = tuple((k, "6.3" if k == "over" else value) for k, value in finding.values)
    return replace(finding, span=replace(finding.span, line=5, column=9), values=values)


def test_a_later_report_says_what_is_new_what_is_still_there_and_what_is_gone() -> None:
    before = report_as_values(examination(), "de")
    outcomes = (
        Outcome("layout/overflow", "found", (moved(OVERFLOW), moved(OVERFLOW))),
        Outcome("ua/title", "passed"),
    )
    later = Examined(Checked("stadt.pdf", 2, outcomes))
    after = report_as_values(examination(later, earlier=before), "de")
    states = [finding["state"] for _, finding in findings_of(after)]
    assert states == ["still", "new"]  # the second of two that are alike is new
    known = {finding["fingerprint"] for _, finding in findings_of(after)}
    gone = {f["code"] for _, f in findings_of(before) if f["fingerprint"] not in known}
    assert gone == {"ua/title", "print/small-text", "check/crashed"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b'{"version": 2, "items": []}',
        b"[" * 100_000,
        b'{"version": 1, "items": [{"name": "x", "unread": [{}], "checks": []}]}',
    ],
)
def test_what_is_no_report_is_told(data: bytes) -> None:
    with pytest.raises(Problems) as problems:
        read_report(data, "alt.json")
    (finding,) = problems.value.diagnostics
    assert (finding.code, str(finding.span)) == ("report/not-a-report", "alt.json")


def test_a_report_is_read_back() -> None:
    data = report_as_json(examination(), "de")
    assert read_report(data, "alt.json") == json.loads(data)


def sarif(made: Examination, language: str = "en") -> dict[str, Any]:
    values: dict[str, Any] = json.loads(report_as_sarif(made, language))
    (run,) = values["runs"]
    return dict(run)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_is_what_the_schema_of_oasis_says(language: str) -> None:
    if not SARIF.is_file() and not os.environ.get("CI"):
        pytest.skip("the schema of SARIF is not here; `make reports` fetches it")
    schema = json.loads(SARIF.read_text("utf-8"))
    before = report_as_values(examination(), language)
    for made in (examination(examined(), UNREAD), examination(earlier=before), many(3, 30)):
        Draft4Validator(schema).validate(json.loads(report_as_sarif(made, language)))


def test_sarif_leads_to_the_line_or_to_the_page() -> None:
    run = sarif(examination())
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    found = {result["ruleId"]: result for result in run["results"]}
    for code, result in found.items():
        assert rules[result["ruleIndex"]] == code
    overflow = found["layout/overflow"]["locations"][0]["physicalLocation"]
    assert overflow["artifactLocation"]["uri"] == "content/stadt/de.yaml"
    assert overflow["region"] == {"startLine": 2, "startColumn": 7}
    assert found["print/small-text"]["properties"]["page"] == 2
    assert found["print/small-text"]["properties"]["areaMm"] == [14.2, 17, 5, 2]
    assert "page 2" in found["print/small-text"]["message"]["text"]
    (rule,) = (rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "ua/title")
    assert rule["shortDescription"]["text"] == "a title."
    assert rule["help"]["text"].startswith("it is read first")


def test_sarif_says_whether_all_was_checked() -> None:
    (crashed,) = sarif(examination())["invocations"]
    assert crashed["executionSuccessful"] is False
    skipped = [told["associatedRule"]["id"] for told in crashed["toolConfigurationNotifications"]]
    assert skipped == ["print/bleed", "print/ink-coverage"]
    assert sarif(examination(UNREAD))["invocations"][0]["executionSuccessful"] is False
    (whole,) = sarif(examination(without_crash(examined())))["invocations"]
    assert whole["executionSuccessful"] is True


def test_junit_has_one_case_a_check() -> None:
    root = ElementTree.fromstring(report_as_junit(examination(examined(), UNREAD), "en"))
    assert {key: root.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "8",
        "failures": "1",
        "errors": "2",
        "skipped": "2",
    }
    first, second = root.iter("testsuite")
    ends = {c.get("name"): [kid.tag for kid in c] for c in first.iter("testcase")}
    assert ends == {
        "ua/order": ["error"],
        "layout/overflow": ["failure"],
        "print/small-text": ["system-out"],
        "ua/title": ["system-out"],
        "print/bleed": ["skipped"],
        "print/ink-coverage": ["skipped"],
        "ua/figure-alt": [],
    }
    assert [case.get("name") for case in second.iter("testcase")] == ["read"]
    failure = root.findtext(".//failure") or ""
    assert "content/stadt/de.yaml:2:7" in failure and "^" in failure


@given(st.text(), st.text())
def test_any_words_of_a_foreign_file_make_reports_that_can_be_read(name: str, words: str) -> None:
    finding = Diagnostic.of(
        "check/crashed", Span(words or "x"), Severity.ERROR, check=name, error=words
    )
    item = Examined(Checked(name, 1, (Outcome("ua/title", "found", (finding, TITLE)),), (), words))
    made = examination(item)
    ElementTree.fromstring(report_as_junit(made, "de"))
    Draft202012Validator(report_schema()).validate(json.loads(report_as_json(made, "de")))
    json.loads(report_as_sarif(made, "de"))
