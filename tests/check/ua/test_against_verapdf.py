"""On files good and damaged, our errors and the verdict of veraPDF are the same, but for these."""

import os
from pathlib import Path

import pytest

from brochure.tools import verapdf
from tests.check.ua.good import made
from tests.check.ua.test_rules import CASES

ROOT = Path(__file__).resolve().parents[3]
CRASHES = {"encoding-of-another-collection", "media-clip", "circle"}
"""Files on which veraPDF 1.28 itself fails, or that it follows without end."""
WE_ONLY = {
    "no-title",  # an empty title is none
    "title-of-a-file",
    "title-of-a-program",
    "dynamic-form",  # it looks for the packet in another place
    "page-from-another-file",  # the form is painted nowhere
    "number-twice",
    "parent-tree",
    "ruby-without-text",  # Matterhorn 09-007, for which it has no rule
    "second-link-to-two-places",
}
"""Files with errors that veraPDF passes."""
IT_ONLY = {
    "no-claim",  # a warning: such a file can be as good as one that claims
    "font-unreadable",  # a warning: it may be our reader that fails
}
"""Files that veraPDF fails, and we do not."""


@pytest.mark.parametrize("flavour", ["ua1", "ua2"])
def test_the_same_verdict(flavour: str, tmp_path: Path) -> None:
    command = verapdf.find(ROOT)
    if command is None and not os.environ.get("CI"):
        pytest.skip("veraPDF is not here; `make verapdf` fetches it")
    assert command is not None, "in CI veraPDF must be there"
    is_second = flavour == "ua2"
    names = {name for name, case in CASES.items() if case.get("second", False) == is_second}
    for name in names - CRASHES:
        (tmp_path / f"{name}.pdf").write_bytes(made(CASES[name]))
    verdicts = verapdf.validate(command, sorted(tmp_path.iterdir()), flavour)
    its = {verdict.file.stem for verdict in verdicts if not verdict.compliant}
    ours = {name for name in names - CRASHES if has_errors(name)}
    assert (ours - its, its - ours) == (WE_ONLY & names, IT_ONLY & names)


def has_errors(name: str) -> bool:
    return any(line.startswith("error") for line in CASES[name].get("told", ()))
