"""One thing damaged in good data: everything that is told, as a person reads it, in told.txt.

`pytest --update` writes the file anew; read the difference.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from brochure.diagnostics import Diagnostic, Problems
from brochure.diagnostics.show import show
from brochure.document.edition import Order
from brochure.merging import report_of, template_of
from brochure.planning import plan
from brochure.project import Project
from brochure.selection import remarks

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "cases.toml").read_text("utf-8"))
TOLD = HERE / "told.txt"
HEAD = re.compile(r"^== (.+)\n\n", re.MULTILINE)


def damage(folder: Path, case: dict[str, Any]) -> None:
    file = folder / case["file"]
    for name, text in case.get("files", {}).items():
        (folder / name).write_text(text, "utf-8")
    if case.get("remove"):
        file.unlink()
    elif "write" in case:
        file.write_text(case["write"], "utf-8")
    elif "hex" in case:
        file.write_bytes(bytes.fromhex(case["hex"]))
    else:
        text = file.read_bytes().decode("utf-8")
        for change in (case, *([case["also"]] if "also" in case else [])):
            assert change["old"] in text, "the case no longer fits the file it damages"
            text = text.replace(change["old"], change["new"], 1)
        file.write_bytes(text.encode())


def findings(project: Project) -> Iterator[Diagnostic]:
    """What planning and reading tell; planning alone tells of settings and data."""
    order = Order(publications=("brief",))
    try:
        plan(project, order)
        yield from remarks(project, "brief", order)
        template_of(project, "brief", "de")
    except Problems as problems:
        yield from problems.diagnostics


def told_before() -> dict[str, str]:
    parts = HEAD.split(TOLD.read_text("utf-8"))[1:] if TOLD.is_file() else []
    return dict(zip(parts[::2], parts[1::2], strict=True))


@pytest.mark.parametrize("name", CASES)
def test_told(brief: Project, name: str, request: pytest.FixtureRequest) -> None:
    damage(brief.root / "content/brief", CASES[name])
    found = list(findings(brief))
    assert found, "nothing is told"
    shown = "\n\n".join(show(item, "en", brief.lines) for item in found) + "\n\n"
    assert all(show(item, "de", brief.lines) for item in found)
    before = told_before()
    if request.config.getoption("--update"):
        before[name] = shown
        known = {case: before[case] for case in CASES if case in before}
        TOLD.write_text("".join(f"== {case}\n\n{text}" for case, text in known.items()), "utf-8")
    assert shown == before.get(name)


def test_told_has_no_case_that_is_gone() -> None:
    assert list(told_before()) == list(CASES)


def test_the_good_letter_has_nothing_to_be_told(brief: Project) -> None:
    assert list(findings(brief)) == []
    assert report_of(brief, "brief").findings == ()
