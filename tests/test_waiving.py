"""What a publication lets pass is listed, for as long as somebody answers for it."""

from dataclasses import replace

import pytest

from brochure.content import read_publication
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.checked import Checked, Outcome
from brochure.waiving import Waived, waived

FILE = "content/botschaften/publication.yaml"
SETTINGS = """title: A
publisher: B
issued: "2026-11-23"
languages: [de]
formats: [a5-brochure]
look: ermoeglicher
profiles: [web]
contact: {name: N}
licence: {text: T, pictures: P}
waivers:
  - {check: CHECK, reason: Der Druck wartet., by: Ada Muster, until: "2026-12-01"}
"""
FINDING = Diagnostic.of("ua/title", Span("a.pdf"))
FOUND = Checked(
    "a.pdf", 1, (Outcome("ua/title", "found", (FINDING,)), Outcome("ua/lang", "passed"))
)


def done(check: str, today: str, checked: Checked = FOUND) -> Waived:
    publication, places = read_publication(FILE, SETTINGS.replace("CHECK", check).encode())
    return waived([checked], publication, places, today)


@pytest.mark.parametrize("today", ["2026-11-24", "2026-12-01"])
def test_what_is_let_pass_stops_nothing_and_is_listed(today: str) -> None:
    let_pass = done("ua/title", today)
    (item,) = let_pass.checked
    assert [outcome.status for outcome in item.outcomes] == ["waived", "passed"]
    assert item.findings == ()
    (told,) = let_pass.told
    assert (told.sentence, told.severity) == ("check/waived", Severity.NOTE)
    assert str(told.span).startswith(f"{FILE}:11:")
    assert dict(told.values)["count"] == "1"


def test_a_waiver_that_is_over_is_a_warning_and_its_findings_count() -> None:
    let_pass = done("ua/title", "2026-12-02")
    assert let_pass.checked == (FOUND,)
    assert [(told.code, told.severity) for told in let_pass.told] == [
        ("check/waiver-over", Severity.WARNING)
    ]


def test_a_waiver_without_findings_is_told() -> None:
    assert [told.sentence for told in done("ua/tree", "2026-11-24").told] == ["check/waived/unused"]


def test_a_check_that_is_not_there_is_an_error() -> None:
    (told,) = done("ua/titel", "2026-11-24").told
    assert (told.code, told.severity) == ("check/waiver-unknown", Severity.ERROR)


def test_a_crash_is_not_let_pass() -> None:
    crashed = replace(FOUND, outcomes=(Outcome("ua/title", "crashed", (FINDING,)),))
    assert done("ua/title", "2026-11-24", crashed).checked == (crashed,)
