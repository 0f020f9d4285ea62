"""Check by check: a good text, and one thing in it damaged (`cases.toml`)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import brochure.check.text as room
from brochure.catalog.checks import CheckProfile
from brochure.check.registry import Outcome, checks_of, judged, rules_of
from brochure.check.text.listed import shortened
from brochure.content import read_document
from brochure.diagnostics import Diagnostic
from brochure.diagnostics.messages import LANGUAGES, codes
from brochure.diagnostics.show import show
from brochure.document.writing import Writing

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
CASES: dict[str, Any] = tomllib.loads((HERE / "cases.toml").read_text("utf-8"))
CHECKS = checks_of(room)
PICTURES = ("brunnen.svg", "karte.svg")
LANGUAGE = {"leicht": "de"}


def writing_of(good: str, changes: list[list[Any]]) -> Writing:
    """A good text with some words in place of others, each of which stands there once."""
    text = (HERE / f"good/{good}.yaml").read_text("utf-8")
    for old, new, *times in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new * (times[0] if times else 1))
    language = LANGUAGE.get(good, good)
    return Writing(read_document("text.yaml", text.encode(), language, PICTURES), text)


def outcomes_of(writing: Writing, profile: str) -> list[Outcome]:
    rules = rules_of(CheckProfile.named(profile).rules, writing.source.file)
    return list(judged(CHECKS, writing, rules))


def told(finding: Diagnostic, writing: Writing) -> str:
    """Level and sentence of a finding, and the words of the file that it points at."""
    span = finding.span
    assert span and span.file == "text.yaml"
    if not span.line:
        return f"{finding.severity} {finding.sentence}"
    line = writing.file_text.splitlines()[span.line - 1]
    place = line[span.column - 1 :][: span.length]
    return f"{finding.severity} {finding.sentence}: {shortened(place, 50)}"


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    case = CASES[name]
    writing = writing_of(case.get("good", "de"), case.get("change", []))
    outcomes = outcomes_of(writing, case.get("profile", "web"))
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    assert [told(finding, writing) for finding in findings] == case["told"]
    reasons = {outcome.reason for outcome in outcomes} - {"", "check/skipped/off"}
    assert reasons == set(case.get("skipped", ()))
    for language in LANGUAGES:
        for finding in findings:
            assert show(finding, language, lambda _: writing.file_text.splitlines())


def sentences_told() -> set[str]:
    lines = [line for case in CASES.values() for line in case["told"]]
    return {line.split()[1].rstrip(":") for line in lines}


def test_every_check_has_a_case_that_breaks_it_and_one_that_passes() -> None:
    assert {"/".join(sentence.split("/")[:2]) for sentence in sentences_told()} == CHECKS.keys()
    for good, profile in (("de", "web"), ("leicht", "leichte-sprache")):
        ended = {item.check: item.status for item in outcomes_of(writing_of(good, []), profile)}
        passed = {check for check, status in ended.items() if status == "passed"}
        off = {check for check, status in ended.items() if status == "skipped"}
        assert passed | off == CHECKS.keys()
        assert not off if good == "leicht" else all("easy" in c or "long-w" in c for c in off)


def test_every_sentence_is_told_in_a_case() -> None:
    skipped = {reason for case in CASES.values() for reason in case.get("skipped", ())}
    known = {code for code in codes() if code.startswith("text/")}
    assert known - sentences_told() - skipped == {"text/skipped/no-detector"}


def test_without_a_detector_the_language_is_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brochure.check.text.language.is_there", lambda: False)
    outcome = next(
        item for item in outcomes_of(writing_of("de", []), "web") if item.check == "text/language"
    )
    assert (outcome.status, outcome.reason) == ("skipped", "text/skipped/no-detector")


def test_the_catalogue_says_something_of_every_check_and_knows_no_other() -> None:
    rules = CheckProfile.named("web").rules
    assert {id_ for id_ in rules if id_.startswith("text/")} == CHECKS.keys()


def test_every_check_stands_in_the_ledger() -> None:
    ledger = tomllib.loads((ROOT / "brochure/pdf/ledger/text.toml").read_text("utf-8"))
    assert {where for row in ledger.values() for where in row["where"]} == CHECKS.keys()


BOCHUM = {
    "text/alt-caption": 4,  # the city's own page has each caption as alternative text
    "text/imprint/date": 1,
    "text/imprint/printer": 1,
    "text/plain-language": 1,
    "text/plain-language/sentence": 3,
}


def test_the_citys_own_text() -> None:
    """Everything that is told of it can be defended; nothing is an error."""
    data = (ROOT / "content/botschaften/de.yaml").read_bytes()
    names = [file.name for file in (ROOT / "content/botschaften/pictures").iterdir()]
    writing = Writing(read_document("text.yaml", data, "de", names), data.decode())
    found = [item for outcome in outcomes_of(writing, "web") for item in outcome.findings]
    assert {item.sentence: sum(f.sentence == item.sentence for f in found) for item in found} == (
        BOCHUM
    )
    assert {str(item.severity) for item in found} == {"warning", "note"}
