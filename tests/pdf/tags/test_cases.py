"""Each `cases/NAME.html` has its tag tree beside it; `--update` writes it, a person reads it."""

import os
from pathlib import Path

import pytest

from brochure.catalog import Profile
from brochure.tools import verapdf
from tests.pdf.conftest import ROOT, Make
from tests.pdf.tagged import Tagged

CASES = sorted((Path(__file__).parent / "cases").glob("*.html"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_tag_tree(make: Make, case: Path, request: pytest.FixtureRequest) -> None:
    made = make(case.read_text("utf-8"))
    assert made.diagnostics == ()
    found = Tagged(made.pdf.data)
    shown, expected = found.show(), case.with_suffix(".txt")
    if request.config.getoption("--update"):
        expected.write_text(shown, "utf-8")
    assert shown == expected.read_text("utf-8")
    assert "UNMARKED" not in shown
    assert found.untagged() == []
    assert len(found.seen) == len(set(found.seen)), "content is tagged twice"


@pytest.mark.parametrize("name", ["web", "archive"])
def test_verapdf_confirms_every_case(make: Make, name: str, tmp_path: Path) -> None:
    command = verapdf.find(ROOT)
    if command is None and not os.environ.get("CI"):
        pytest.skip("veraPDF is not here; `make verapdf` fetches it")
    assert command is not None, "in CI veraPDF must be there"
    for case in CASES:
        made = make(case.read_text("utf-8"), name)
        (tmp_path / f"{case.stem}.pdf").write_bytes(made.pdf.data)
    files = sorted(tmp_path.iterdir())
    for standard in Profile.named(name).standards:
        verdicts = verapdf.validate(command, files, standard.flavour)
        refused = {v.file.stem: v.failures for v in verdicts if not v.compliant}
        assert refused == {}, standard.name
