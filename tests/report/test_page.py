"""What the page says to people, and that nothing in it can do harm."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from brochure.diagnostics import Diagnostic, Span
from brochure.document.checked import Checked, Outcome
from brochure.document.examined import Area, Examined
from brochure.report.drawn import Numbered, drawn, turned
from brochure.report.json import report_as_json, report_as_values
from brochure.report.junit import report_as_junit
from brochure.report.page import report_as_page
from brochure.report.sarif import report_as_sarif
from brochure.report.told import told
from tests.editions.valid import VOID
from tests.report.examinations import (
    OUTCOMES,
    examination,
    examined,
    many,
    view,
    without_crash,
)
from tests.report.test_programs import UNREAD

EVIL = """</script><script>alert(1)</script><style>*{display:none}</style>"><img src=x onerror=y>"""
MEBIBYTE = 1 << 20


def words(page: bytes) -> str:
    """What is read of a page, a line for each element."""
    text = re.sub(r"<(style|script)>.*?</\1>", "", page.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "de",
            (
                "Eine Prüfung ist gescheitert: Nicht alles ist geprüft.",
                "2 Fehler 1 Warnung 1 Hinweis 1 Prüfung bestanden 1 Prüfung befristet zugelassen",
                "content/stadt/de.yaml:2:7 · Seite 1, 20 mm von links, 30 mm von oben",
                "2 | text: &lt;b&gt;Zu viel&lt;/b&gt; Text &amp; mehr | ^",
                "Warum das geprüft wird too much text. Rationale: nobody sees &lt;what&gt; is cut.",
                "Bestanden 1 ua/figure-alt",
                "04-001",
                "von einem Menschen bestätigt Erika Muster, 2026-11-20",
            ),
        ),
        (
            "en",
            (
                "A check has failed: not everything is checked.",
                "1 check failed 2 errors 1 warning 1 note 1 check passed 1 check waived",
                "page 2, 14 mm from the left, 17 mm from the top",
                "signed by a person Erika Muster, 2026-11-20",
                "H1 Grüße &amp; &lt;Maße&gt;",
            ),
        ),
    ],
)
def test_the_page_says_what_was_found_where_and_why(language: str, said: tuple[str, ...]) -> None:
    page = words(report_as_page(examination(), language))
    for text in said:
        assert text in page, text


def test_what_crashed_comes_first_and_each_rationale_once() -> None:
    page = report_as_page(examination(examined("a.pdf"), examined("b.pdf")), "en").decode()
    assert re.findall(r'data-check="([^"]+)"', page)[:2] == ["ua/order", "layout/overflow"]
    assert page.count("nobody sees") == 1


def test_good_and_unread_files_say_so() -> None:
    good = Examined(Checked("gut.pdf", 1, OUTCOMES[:1]))
    assert "Nothing was found." in words(report_as_page(examination(good), "en"))
    page = words(report_as_page(examination(good, UNREAD), "en"))
    assert "This file could not be read" in page and "2 files" in page


def test_an_earlier_report_shows_what_is_new_and_what_is_gone() -> None:
    before = report_as_values(examination(without_crash(examined())), "en")
    title = Outcome("ua/title", "passed")
    outcomes = (*(one for one in OUTCOMES if one.check != "ua/title"), title)
    later = replace(examined(), checked=replace(examined().checked, outcomes=outcomes))
    page = report_as_page(examination(later, earlier=before), "en").decode()
    assert re.findall(r'data-severity="(\w+)" data-page="\d*" data-state="(\w+)"', page) == [
        ("error", "new"),
        ("error", "still"),
        ("warning", "still"),
    ]
    _, _, gone = page.partition('id="gone"')
    assert "ua/title" in gone and "print/small-text" not in gone


def test_links_lead_to_what_is_there_and_ids_are_there_once() -> None:
    page = report_as_page(examination(examined("a.pdf"), examined("b.pdf")), "en").decode()
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def unbalanced(page: str) -> list[str]:
    """Elements that are not closed, or not where they should be; nothing is mended."""
    open_: list[str] = []
    wrong: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in VOID:
                open_.append(tag)

        def handle_startendtag(self, tag: str, attrs: object) -> None:
            if tag not in ("rect", "circle", "polyline"):
                wrong.append(tag)

        def handle_endtag(self, tag: str) -> None:
            if not open_ or open_.pop() != tag:
                wrong.append(tag)

    Reader().feed(page)
    return wrong + open_


@pytest.mark.parametrize("made", [examination(), examination(examined(), UNREAD)])
def test_every_element_ends_where_it_began(made: object) -> None:
    page = report_as_page(made, "de").decode()  # type: ignore[arg-type]
    assert unbalanced(page) == []


def evil() -> Examined:
    finding = Diagnostic.of("check/crashed", Span(EVIL, 1, 1), check=EVIL, error=EVIL)
    checked = Checked(EVIL, 1, (Outcome("ua/title", "found", (finding,)),), (), EVIL)
    return examined(views=(view(),), checked=checked)


def test_texts_of_a_file_stay_texts() -> None:
    page = report_as_page(examination(evil(), read_lines=lambda _: [EVIL]), "en").decode()
    assert page.count("<script>") == page.count("<style>") == 1
    assert "<img src=x" not in page and "&lt;script&gt;alert(1)" in page


def test_the_policy_allows_our_style_and_our_script_alone() -> None:
    page = report_as_page(examination(evil()), "en").decode()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    rules = dict(rule.partition(" ")[::2] for rule in policy.replace("&#39;", "'").split("; "))
    assert rules["default-src"] == "'none'" and rules["img-src"] == "data:"
    for element, rule in (("style", "style-src"), ("script", "script-src")):
        (inside,) = re.findall(f"<{element}>(.*?)</{element}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"
    assert not re.search(r'\bstyle="|\bon\w+="', page)  # the policy would refuse them


SHOWN: Area = (0, 0, 100, 200)


@pytest.mark.parametrize(
    ("rotate", "expected"),
    [(0, (10, 20, 30, 5)), (90, (175, 10, 5, 30)), (180, (60, 175, 30, 5)), (270, (20, 60, 5, 30))],
)
def test_an_area_turns_with_its_page(rotate: int, expected: Area) -> None:
    assert turned((10, 20, 30, 5), SHOWN, rotate) == expected


def test_numbers_of_findings_at_one_place_stand_side_by_side() -> None:
    (item,) = told(many(1, 60), "en")
    findings = [Numbered(n, one) for n, one in enumerate(item.findings, 1)]
    marks = drawn(view(2), findings).marks
    assert len(marks) == 30
    places = [(mark.x, mark.y) for mark in marks]
    unit = 1.11
    for one, (x, y) in enumerate(places):
        for x2, y2 in places[:one]:
            assert abs(x - x2) > 3 * unit or abs(y - y2) > 3 * unit


def test_a_report_on_very_many_files_stays_one_that_can_be_sent() -> None:
    made = many(500, 5000)
    for form in (report_as_page, report_as_json, report_as_sarif, report_as_junit):
        assert len(form(made, "de")) < 10 * MEBIBYTE, form
