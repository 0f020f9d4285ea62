"""What the first publication looks like: every word of it stands out."""

from pathlib import Path

import pytest

from brochure.catalog import CheckProfile
from brochure.check.registry import all_checks, judged, rules_of
from brochure.diagnostics import Severity
from brochure.document.rendered import RenderedFile
from brochure.pdf.rendering import rendered_file

FILES = [
    "a5-brochure.web.pdf",
    "a5-brochure.archive.pdf",
    "dl-leaflet.web.pdf",
    *(f"a2-poster-{number}.web.pdf" for number in range(1, 6)),
]
SHOWN = {"a2-poster-3.web.pdf": ["3"], "dl-leaflet.web.pdf": ["3"]}
"""Numerals as high as a hand, yellow on paper, which are as much drawing as text."""


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_pale_or_lost(name: str, built: Path) -> None:
    file: RenderedFile = rendered_file((built / name).read_bytes(), name)
    rules = rules_of(CheckProfile.named("web").rules, name)
    ended = list(judged(all_checks(), file, rules))
    findings = [finding for outcome in ended for finding in outcome.findings]
    told = [dict(item.values)["text"] for item in findings if item.severity is not Severity.NOTE]
    assert told == SHOWN.get(name, [])
    assert not [item for item in findings if item.severity is Severity.ERROR]
    assert all(page.complete and page.runs for page in file.pages)
