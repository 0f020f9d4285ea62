"""Ink is told where it is too much, by what plates say; without plates no more than is known."""

from dataclasses import replace

import pytest

from brochure.catalog import Variant
from brochure.check.print.ink_coverage import findings
from brochure.check.print.rule import PrintRule
from brochure.check.registry import Skipped
from brochure.diagnostics import Diagnostic, Severity
from brochure.document.boxes import Box
from brochure.document.ink import Fullest, InkCoverage
from brochure.document.pdf_file import PageBoxes, PdfFile, PdfPage
from brochure.preflight import INK, Order, limited, preflight
from brochure.tools import ghostscript
from tests.check.print.good import changed_file
from tests.pdf.patches import page_of

SHEET = Variant.named("sheet-cmyk")
TRIM = Box(10, 10, 310, 410)
PAGES = tuple(
    PdfPage(number, PageBoxes(Box(0, 0, 320, 420), trim=TRIM), rotate=90 * (number == 2))
    for number in (1, 2)
)


def told(point: float, square: float, variant: Variant = SHEET) -> list[Diagnostic]:
    """What is found on two pages, of which the first has this ink, and the second none."""
    ink = InkCoverage(1, Fullest(point, 20, 30), Fullest(square, 40, 50), ("Black",))
    none = InkCoverage(2, Fullest(0, 0, 0), Fullest(0, 0, 0), ())
    file = PdfFile("a.pdf", "1.6", pages=PAGES, ink=(ink, none), not_separated="")
    return list(findings(file, PrintRule(INK, Severity.WARNING, variant.rules[INK], "a.pdf")))


@pytest.mark.parametrize(
    ("point", "square", "sentences"),
    [
        (300, 300, []),
        (300.9, 320.9, []),
        (302, 320, ["print/ink-coverage"]),
        (300, 322, ["print/ink-coverage/square"]),
        (400, 400, ["print/ink-coverage", "print/ink-coverage/square"]),
    ],
)
def test_limits(point: float, square: float, sentences: list[str]) -> None:
    assert [finding.sentence for finding in told(point, square)] == sentences


def test_where_and_how_much() -> None:
    in_point, in_square = told(349.6, 330.4)
    assert dict(in_point.values) == {"percent": "350", "limit": "300"}
    assert dict(in_square.values) == {"percent": "330", "limit": "320", "square": "15"}
    for finding, area in ((in_point, (20, 30, 0, 0)), (in_square, (40, 50, 15, 15))):
        assert finding.span and finding.span.page == 1
        assert finding.span.area == area


def test_a_page_that_is_turned_is_told_without_a_place() -> None:
    ink = InkCoverage(2, Fullest(400, 20, 30), Fullest(0, 0, 0), ())
    page = PAGES[1]
    file = PdfFile("a.pdf", "1.6", pages=(page,), ink=(ink,), not_separated="")
    (finding,) = findings(file, PrintRule(INK, Severity.WARNING, SHEET.rules[INK], "a.pdf"))
    assert finding.span and (finding.span.page, finding.span.area) == (2, ())


def test_the_limit_of_a_print_shop() -> None:
    assert not told(270, 0)
    assert told(270, 0, limited(SHEET, 260))
    assert not told(320, 0, limited(SHEET, 330))
    assert limited(SHEET, None) is SHEET


@pytest.mark.parametrize("reason", ["no-ghostscript", "not-separated", "not-asked-for"])
def test_what_was_not_measured_is_not_passed(reason: str) -> None:
    file = PdfFile("a.pdf", "1.6", pages=PAGES, not_separated=f"print/skipped/{reason}")
    with pytest.raises(Skipped) as caught:
        list(findings(file, PrintRule(INK, Severity.WARNING, SHEET.rules[INK], "a.pdf")))
    assert caught.value.reason == file.not_separated


def ended(pdf: bytes, variant: Variant = SHEET) -> tuple[str, str, list[str]]:
    """How the rule ends for a file whose ink is asked for."""
    done = preflight(pdf, "a.pdf", Order(variant, ink=True))
    (outcome,) = (item for item in done.outcomes if item.check == INK)
    return outcome.status, outcome.reason, [finding.sentence for finding in outcome.findings]


def test_without_ghostscript(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ghostscript, "find", lambda: None)
    assert ended(page_of(["0 0 0 1 k"])) == ("skipped", "print/skipped/no-ghostscript", [])
    assert ended(page_of(["1 1 1 1 k"])) == ("found", "", ["print/ink-coverage/least"])
    overprinted = page_of(["1 1 0 0 k; /Over gs 0 0 1 1 k"])
    assert ended(overprinted)[0] == "skipped", "what lies upon another is not known"


@pytest.mark.skipif(ghostscript.find() is None, reason="Ghostscript is not here")
def test_with_ghostscript() -> None:
    both = ["print/ink-coverage", "print/ink-coverage/square"]
    assert ended(page_of(["0 0 0 1 k"])) == ("passed", "", [])
    assert ended(page_of(["1 1 0 0 k; /Over gs 0 0 1 1 k"])) == ("found", "", both)
    hidden = page_of(["1 1 1 1 k; 0 0 0 0 k"])
    assert ended(hidden) == ("passed", "", []), "white over it knocks it out"
    fake_profile = changed_file({})
    assert ended(fake_profile) == ("skipped", "print/skipped/not-separated", [])


def test_a_variant_that_asks_for_no_ink_has_none_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ghostscript, "find", lambda: pytest.fail("it was looked for"))
    off = {**SHEET.rules, INK: {**SHEET.rules[INK], "level": "off"}}
    pdf = page_of(["1 1 1 1 k"])
    assert ended(pdf, replace(SHEET, rules=off)) == ("skipped", "check/skipped/off", [])
