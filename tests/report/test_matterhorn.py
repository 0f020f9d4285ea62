"""The rows of Matterhorn, answered, and the statement made of them."""

from dataclasses import replace

import pytest
import tinyhtml5

from brochure.check.registry import all_checks
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.checked import Checked, Outcome
from brochure.document.examined import Examined, Signature
from brochure.report.matterhorn import Answer, answers, ledger, rows_named
from brochure.report.statement import statement, statement_as_html, statement_as_markdown

ERROR = Diagnostic.of("ua/title")
WHY = {"ua/title": "ua/title: it has a title.\n\nRationale: (Matterhorn 06-002 to 06-003; 14-001)."}
"""06-002 and 06-003 are for a program, 14-001 for a person."""


def answered(item: Examined) -> dict[str, Answer]:
    return {answer.row: answer for answer in answers(item, WHY)}


def ended(status: str, *findings: Diagnostic, is_ours: bool = False) -> Examined:
    outcome = Outcome("ua/title", status, findings)  # type: ignore[arg-type]
    return Examined(Checked("x.pdf", 1, (outcome,)), is_ours=is_ours)


@pytest.mark.parametrize(
    ("item", "machine", "human"),
    [
        (ended("passed"), "checked", "open"),
        (ended("found", replace(ERROR, severity=Severity.WARNING)), "checked", "open"),
        (ended("found", ERROR), "failed", "failed"),
        (ended("waived"), "waived", "waived"),
        (ended("skipped"), "unchecked", "open"),
        (ended("crashed", ERROR), "unchecked", "open"),
        (ended("found", ERROR, is_ours=True), "failed", "failed"),
        (Examined(Checked("x.pdf")), "unchecked", "open"),
    ],
)
def test_a_row_is_answered_by_what_looks_for_it(item: Examined, machine: str, human: str) -> None:
    rows = answered(item)
    assert (rows["06-003"].kind, rows["14-001"].kind) == (machine, human)


def test_one_check_that_crashed_leaves_a_row_unchecked() -> None:
    outcomes = (Outcome("ua/title", "passed"), Outcome("ua/other", "crashed", (ERROR,)))
    why = {**WHY, "ua/other": "Rationale: Matterhorn 06-003."}
    rows = {answer.row: answer for answer in answers(Examined(Checked("x", 1, outcomes)), why)}
    assert (rows["06-002"].kind, rows["06-003"].kind) == ("checked", "unchecked")


def test_what_we_make_is_answered_by_how_it_is_made() -> None:
    ours, theirs = (answered(Examined(Checked("x.pdf"), is_ours=ours)) for ours in (True, False))
    assert (ours["01-005"].kind, theirs["01-005"].kind) == ("built-in", "unchecked")
    assert (ours["03-001"].kind, theirs["03-001"].kind) == ("not-applicable", "open")
    assert {answer.kind for answer in theirs.values()} == {"open", "unchecked", "no-test"}


def test_a_person_signs_but_not_away_what_was_found() -> None:
    signature = (Signature("14-001", "Erika Muster", "2026-11-20"),)
    signed = answered(replace(ended("passed"), signatures=signature))["14-001"]
    assert (signed.kind, signed.evidence) == ("signed", ("Erika Muster", "2026-11-20"))
    assert answered(replace(ended("found", ERROR), signatures=signature))["14-001"].kind == "failed"


def test_rows_are_named_one_by_one_and_as_a_range() -> None:
    text = "Rationale: ISO 14289-1, 7.1; Matterhorn 31-001 to 31-003, 06-004; note 12-34."
    assert list(rows_named(text)) == ["31-001", "31-002", "31-003", "06-004"]


@pytest.mark.parametrize("check", all_checks().values(), ids=lambda check: check.id)
def test_every_row_that_a_rationale_names_is_there(check: object) -> None:
    assert set(rows_named(check.rationale)) <= ledger().keys()  # type: ignore[attr-defined]


def test_programs_answer_most_of_what_is_theirs() -> None:
    """Of 87 rows for a program, those that a check for foreign files names as its reason."""
    named = {row for check in all_checks().values() for row in rows_named(check.rationale)}
    machine = {id_ for id_, row in ledger().items() if row["how"] == "machine"}
    assert len(machine & named) >= 75, sorted(machine - named)


def test_the_statement_is_no_better_than_its_worst_row() -> None:
    signatures = tuple(Signature(row, "Erika", "2026-11-20") for row in ledger())
    full = replace(ended("passed"), signatures=signatures)
    assert statement(full, WHY).level == "full"
    assert statement(replace(full, signatures=signatures[1:]), WHY).level == "part"
    assert statement(replace(ended("found", ERROR), signatures=signatures), WHY).level == "none"
    assert sum(statement(full, WHY).counts.values()) == 137


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("does not comply", "What is not accessible", "06-003", "ua/title")),
        ("de", ("nicht mit PDF/UA-1", "Was nicht barrierefrei ist", "06-003", "ua/title")),
    ],
)
def test_the_statement_is_written_for_the_web_site(language: str, words: tuple[str, ...]) -> None:
    item = replace(
        ended("found", ERROR),
        checked=Checked("<x>|.pdf", 1, ended("found", ERROR).checked.outcomes),
    )
    markdown = statement_as_markdown(item, WHY, "2026-11-24", language).decode()
    html = statement_as_html(item, WHY, "2026-11-24", language).decode()
    for word in words:
        assert word in markdown and word in html, word
    table = [line for line in markdown.splitlines() if line.startswith("|")]
    assert len(table) == 2 + 137 and {line.replace("\\|", "").count("|") for line in table} == {4}
    assert "<x>" not in markdown and "<x>" not in html
    body = tinyhtml5.parse(html)
    assert len(list(body.iter("{http://www.w3.org/1999/xhtml}tr"))) == 138
