"""The built editions by the rules for any PDF: no error, and no warning but these."""

from pathlib import Path

from brochure.catalog.checks import default_rules
from brochure.check.registry import all_checks, judged, rules_of
from brochure.pdf.structure import read_tagged

EXPECTED = {"warning ua/claim print"}
"""A print file claims PDF/X-4 alone."""


def test_the_editions_by_the_rules_for_any_pdf(built: Path) -> None:
    checks = {id_: check for id_, check in all_checks().items() if id_.startswith("ua/")}
    told: dict[str, list[str]] = {}
    for path in sorted(built.glob("*.pdf")):
        file = read_tagged(path.read_bytes(), path.name)
        profile = path.name.split(".")[-2]
        for outcome in judged(checks, file, rules_of(default_rules(), path.name)):
            assert outcome.status != "crashed", outcome
            for finding in outcome.findings:
                line = f"{finding.severity} {finding.sentence} {profile}"
                told.setdefault(line, []).append(str(finding.span))
    assert told.keys() <= EXPECTED, told
