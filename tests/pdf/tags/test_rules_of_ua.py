"""What veraPDF confirms (`test_cases.py`), our own rules find no error in."""

from pathlib import Path

import pytest

from brochure.catalog.checks import default_rules
from brochure.check.registry import all_checks, judged, rules_of
from brochure.diagnostics import Severity
from brochure.pdf.structure import read_tagged
from tests.pdf.conftest import Make
from tests.pdf.tags.test_cases import CASES

CHECKS = {id_: check for id_, check in all_checks().items() if id_.startswith("ua/")}
CHECKS.pop("ua/title")  # the title of these pages is «Titel»


@pytest.mark.parametrize("profile", ["web", "archive"])
@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_no_error(make: Make, case: Path, profile: str) -> None:
    made = make(case.read_text("utf-8"), profile)
    file = read_tagged(made.pdf.data, "case.pdf")
    outcomes = list(judged(CHECKS, file, rules_of(default_rules(), "case.pdf")))
    assert not [outcome for outcome in outcomes if outcome.status == "crashed"]
    found = [finding for outcome in outcomes for finding in outcome.findings]
    assert [finding for finding in found if finding.severity == Severity.ERROR] == []
    assert file.complete and not file.faults
