"""What people and programs read of the preflight."""

import json
import re
from dataclasses import replace

import pytest

from brochure.catalog import Edges
from brochure.diagnostics import Diagnostic, Span
from brochure.document.printing import Print
from brochure.package import Checked
from brochure.package.readme import readme
from brochure.package.report import report_as_json, report_as_page
from tests.package.jobs import OUTCOMES, job, print_file

BROKEN = Checked("sheet-cmyk", unread=(Diagnostic.of("print/locked", Span("print/x.pdf")),))


def test_json_tells_every_rule_and_finding_in_both_languages() -> None:
    (file,) = json.loads(report_as_json(job()))["files"]
    assert [rule["rule"] for rule in file["rules"]] == [outcome.check for outcome in OUTCOMES]
    (finding,) = file["rules"][1]["findings"]
    assert (finding["severity"], finding["page"]) == ("warning", 3)
    assert finding["area_mm"] == [14.2, 17, 5, 2]
    assert finding["message"]["de"] != finding["message"]["en"]
    assert file["rules"][2]["reason"]["de"].startswith("nicht gemessen")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("Druckbar", "1 Warnung", "Seite 3 (14 × 17 mm)", "Nicht geprüft", "Bestanden")),
        ("en", ("Can be printed", "1 warning", "page 3 (14 × 17 mm)", "Not checked", "Passed")),
    ],
)
def test_the_page_tells_it_to_people(language: str, words: tuple[str, ...]) -> None:
    page = report_as_page(job(), language).decode()
    text = re.sub(r"<style>.*</style>", "", page, flags=re.DOTALL)
    assert f'<html lang="{language}">' in page
    for word in words:
        assert word in re.sub(r"<[^>]+>|\s+", " ", text).replace("  ", " "), word
    assert "Grüße &amp; &lt;Maße&gt;" in text and "<Maße>" not in text


def test_a_file_that_cannot_be_read_is_not_ready() -> None:
    unread = job(files=(print_file(checked=BROKEN),))
    page = report_as_page(unread, "en").decode()
    assert "Should not be printed like this" in page
    assert json.loads(report_as_json(unread))["files"][0]["errors"] == 1
    good = Checked("sheet-cmyk", OUTCOMES[:1])
    assert "Ready to print" in report_as_page(job(files=(print_file(checked=good),)), "en").decode()


@pytest.mark.parametrize("language", ["de", "en"])
def test_readme_says_what_is_what_and_what_was_not_checked(language: str) -> None:
    made = job("dl-leaflet", (print_file(spots=("HKS 41 K",)),), Print(marks=("crop",)))
    text = readme(made, language).decode()
    for word in ("HKS 41 K", "crop", "300 %", "FOGRA39", "Große Straße 1", "50667 Köln", "2026-11"):
        assert word in text, word
    assert made.files[0].name in text and "Ghostscript" in text
    assert "\r\n" in text and not re.search(r"[^\r]\n", text)
    assert not re.search(r" \r", text) and "\r\n\r\n\r\n\r\n" not in text


def test_readme_says_when_there_is_no_soft_proof() -> None:
    assert "fehlte" not in readme(job(), "de").decode()
    assert "fehlte" in readme(job(proofed=False), "de").decode()


def test_a_bleed_that_differs_is_told_edge_by_edge() -> None:
    assert "3 mm an jeder Kante" in readme(job(), "de").decode()
    uneven = replace(job(), format=replace(job().format, bleed=Edges(3, 0, 2.5, 3)))
    assert "oben 3, rechts 0, unten 2,5, links 3 mm" in readme(uneven, "de").decode()
