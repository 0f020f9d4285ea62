"""The page in a real browser: no barrier, by keyboard, with and without its script."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.peers.devtools import Browser
from brochure.report.json import report_as_values
from brochure.report.page import report_as_page
from tests.report.browser import Shown, browser, is_here, shown
from tests.report.examinations import examination, examined, without_crash
from tests.report.test_programs import UNREAD

pytestmark = pytest.mark.skipif(
    not is_here() and not os.environ.get("CI"),
    reason="Chromium or axe-core is not here; `make reports` fetches it",
)
VISIBLE = "[...document.querySelectorAll('.finding')].filter(item => item.checkVisibility()).length"
OVERFLOWS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all windows."""
    with browser(tmp_path_factory.mktemp("chromium")) as running:
        yield running


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on one file, beside an earlier one."""
    before = report_as_values(examination(without_crash(examined())), "de")
    file = tmp_path_factory.mktemp("one") / "report.html"
    file.write_bytes(report_as_page(examination(earlier=before), "de"))
    return file


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on three files, one of which can't be read."""
    file = tmp_path_factory.mktemp("several") / "report.html"
    clean = without_crash(examined("gut.pdf", views=()))
    file.write_bytes(report_as_page(examination(examined(), UNREAD, clean), "en"))
    return file


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("name", ["one", "several"])
def test_axe_finds_nothing(
    chromium: Browser, name: str, width: int, dark: bool, request: pytest.FixtureRequest
) -> None:
    page = shown(chromium, request.getfixturevalue(name), width, dark=dark)
    page.ask("document.querySelectorAll('details').forEach(item => { item.open = true; })")
    page.ask("document.querySelectorAll('.layers input').forEach(item => item.click())")
    assert page.violations() == []
    assert page.ask(OVERFLOWS) is False


def test_a_barrier_would_be_found(chromium: Browser, one: Path) -> None:
    page = shown(chromium, one)
    page.ask("document.querySelector('img').removeAttribute('alt')")
    assert any(line.startswith("image-alt") for line in page.violations())


def focused(page: Shown) -> str:
    return str(
        page.ask("`${document.activeElement.tagName.toLowerCase()}#${document.activeElement.id}`")
    )


def test_the_first_key_leads_past_the_filters(chromium: Browser, one: Path) -> None:
    page = shown(chromium, one)
    page.press("Tab")
    assert page.ask("document.activeElement.className") == "skip"
    assert page.ask("document.activeElement.getBoundingClientRect().left") >= 0
    page.press("Enter")
    assert focused(page) == "main#main"


def test_severities_are_filtered_by_keyboard(chromium: Browser, one: Path) -> None:
    page = shown(chromium, one)
    assert page.ask(VISIBLE) == 4
    assert page.ask("document.querySelector('output').value") == "4 von 4 Befunden"
    page.press("Tab", 2)
    assert page.ask("document.activeElement.value") == "error"
    page.press(" ")
    assert page.ask(VISIBLE) == 2
    assert page.ask("document.querySelector('output').value") == "2 von 4 Befunden"
    hidden = "[...document.querySelectorAll('.mark[hidden]')].map(mark => mark.id)"
    assert page.ask(hidden) == ["m1-2"]
    groups = "[...document.querySelectorAll('.check')].filter(one => !one.hidden).length"
    assert page.ask(groups) == 2
    page.ask("document.querySelector('[type=reset]').focus()")
    page.press("Enter")
    assert page.ask(VISIBLE) == 4


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("text", "grüße & <maße>", 1),
        ("text", "nirgends", 0),
        ("check", "ua/title", 1),
        ("page", "2", 1),
        ("state", "new", 1),
        ("state", "still", 3),
    ],
)
def test_findings_are_filtered(
    chromium: Browser, one: Path, field: str, value: str, left: int
) -> None:
    page = shown(chromium, one)
    form = "document.forms[0]"
    page.ask(f"{form}.elements.{field}.value = {value!r}")
    page.ask(f"{form}.dispatchEvent(new Event('input'))")
    assert page.ask(VISIBLE) == left


def test_a_mark_leads_to_its_finding_and_back(chromium: Browser, one: Path) -> None:
    page = shown(chromium, one)
    page.ask("document.getElementById('m1-2').focus()")
    page.press("Enter")
    assert focused(page) == "article#f1-2"
    page.press("Tab")  # the source line can be scrolled
    page.press("Tab")
    assert page.ask("document.activeElement.getAttribute('href')") == "#m1-2"
    page.press("Enter")
    assert focused(page) == "a#m1-2"


def layers_seen(page: Shown) -> list[str]:
    seen = "[...document.querySelectorAll('#p1 figure:first-of-type .layer')]"
    shown_ones = f"{seen}.filter(item => getComputedStyle(item).display !== 'none')"
    names: list[str] = page.ask(f"{shown_ones}.map(item => item.getAttribute('class').slice(6))")
    return sorted(names)


def test_layers_are_switched_by_keyboard_without_the_script(chromium: Browser, one: Path) -> None:
    page = shown(chromium, one, script=False)
    assert layers_seen(page) == ["marks"]
    for name in ("order", "tags", "boxes", "heat", "ink"):
        page.ask(f"document.querySelector('.show-{name}').focus()")
        page.press(" ")
        assert layers_seen(page) == sorted(["marks", name])
        page.press(" ")


def test_without_its_script_all_is_there(chromium: Browser, one: Path) -> None:
    page = shown(chromium, one, script=False)
    assert page.ask(VISIBLE) == 4
    assert page.ask("document.getElementById('filters').checkVisibility()") is False


def test_marks_lie_over_what_they_mark(chromium: Browser, one: Path) -> None:
    """An area of 60 × 12 mm at 20 × 30 mm of the finished page, in a picture with 3 mm bleed."""
    page = shown(chromium, one)
    box, sheet = (
        page.ask(f"(b => [b.left, b.top, b.width, b.height])({what}.getBoundingClientRect())")
        for what in ("document.querySelector('#m1-2 rect')", "document.querySelector('.sheet')")
    )
    scale = sheet[2] / 111
    expected = [sheet[0] + 23 * scale, sheet[1] + 33 * scale, 60 * scale, 12 * scale]
    assert box == pytest.approx(expected, abs=4)


@pytest.mark.parametrize("name", ["one", "several"])
def test_nothing_is_asked_for_and_nothing_is_refused(
    chromium: Browser, name: str, request: pytest.FixtureRequest
) -> None:
    file: Path = request.getfixturevalue(name)
    page = shown(chromium, file)
    entries = page.ask("performance.getEntriesByType('resource').map(item => item.name)")
    assert [entry for entry in entries if not entry.startswith("data:")] == []
    # Style and script have done their work, so that their hashes are those of the policy.
    assert page.ask("getComputedStyle(document.querySelector('.sheet')).position") == "relative"
    assert page.ask("document.getElementById('filters').checkVisibility()") is True
