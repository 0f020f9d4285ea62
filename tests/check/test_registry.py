"""Every check there is: it can be told, explained and found again."""

import tomllib
from pathlib import Path

import pytest

from brochure.catalog.checks import CheckProfile, default_rules
from brochure.check.registry import OFF, all_checks
from brochure.diagnostics import Severity
from brochure.diagnostics.messages import codes

ROOT = Path(__file__).resolve().parents[2]
CHECKS = all_checks()
OWN = sorted(id_ for id_ in CHECKS if not id_.startswith("print/"))
"""Those of `check/print/` have variants of their own (`catalog/data/preflight/`)."""


@pytest.mark.parametrize("id_", OWN)
def test_check_has_its_level_a_subject_and_a_sentence(id_: str) -> None:
    assert default_rules()[id_]["level"] in {*Severity, OFF}
    assert CHECKS[id_].looks_at is not object
    assert any(code == id_ or code.startswith(f"{id_}/") for code in codes())


@pytest.mark.parametrize("id_", OWN)
def test_check_stands_in_a_ledger(id_: str) -> None:
    files = (ROOT / "brochure/pdf/ledger").glob("*.toml")
    rows = [row for file in files for row in tomllib.loads(file.read_text("utf-8")).values()]
    assert id_ in {where for row in rows for where in row.get("where", ())}


def test_the_catalogue_names_no_check_that_is_not_there() -> None:
    assert CheckProfile.named("web").rules.keys() == set(OWN)
