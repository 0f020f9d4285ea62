"""Check by check: a good page, and pages with one thing wrong (`cases.toml`), laid out for real."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PIL import Image

import brochure.check.layout
from brochure.catalog import Format
from brochure.catalog.checks import CheckProfile
from brochure.catalog.formats import Edges
from brochure.check.layout.slots import slots
from brochure.check.registry import checks_of, judged, rules_of
from brochure.diagnostics import Diagnostic, Span
from brochure.diagnostics.messages import LANGUAGES, codes
from brochure.diagnostics.show import show
from brochure.document.document import Document, Section, Source
from brochure.document.html import HtmlUnit
from brochure.document.layout import Layout
from brochure.document.look import Stylesheet
from brochure.layout.fonts import use_only
from tests.fragments import fragment

ROOT = Path(__file__).resolve().parents[3]
CASES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))
ROOM: ModuleType = brochure.check.layout
CHECKS = checks_of(ROOM)
RULES = rules_of(CheckProfile.named("web").rules, "a.pdf")
FILE = "content/a/de.yaml"
CSS = """@page { size: 100mm 60mm; margin: 10mm }
html { font: 10pt/5mm 'Source Sans 3'; hyphens: manual; orphans: 2; widows: 2 }
body, p { margin: 0 }
section { position: relative }"""
BODY = f"""<section data-fit="page" style="height: 40mm"><h2 id="intro">Überschrift</h2>
<p data-source="{FILE}:7:9">Ein Absatz mit ein paar Wörtern, die in zwei Zeilen passen, ohne dass
etwas auffällt.</p></section>"""
SHEET = Format("sheet", "leaflet", 100, 60, Edges.of(3), ("introduction",), {"en": "s", "de": "s"})


@pytest.fixture(scope="module")
def engine() -> Iterator[Any]:
    use_only(ROOT / "fonts")
    from brochure.layout.engine import Engine

    yield Engine(picture)


def picture(file: str) -> bytes:
    """A picture of as many pixels as its name says."""
    width, height = map(int, re.findall(r"\d+", file))
    data = BytesIO()
    Image.new("RGB", (width, height), "teal").save(data, "PNG")
    return data.getvalue()


def laid_out(engine: Any, case: dict[str, Any]) -> Layout:
    name = case.get("unit", "introduction")
    html = f"<html lang='de'><title>t</title><body>{case.get('body', BODY)}"
    css = f"{CSS} {case.get('css', '')}"
    unit = engine.lay_out(HtmlUnit(name, html, (Stylesheet("styles/a.css", css),)))
    whole = replace(fragment(name, unit.pages, unit.boxes), layout=unit.layout)
    empty = Section(id="intro", heading="A")
    document = Document(title="T", description="D", introduction=empty, messages=(), imprint=empty)
    source = Source(
        document, "de", FILE, {("title",): Span(FILE, 1, 8)}, {"intro": Span(FILE, 2, 5)}
    )
    format_ = Format.named(case["format"]) if "format" in case else SHEET
    return Layout((whole,), format_, source)


def found(engine: Any, case: dict[str, Any]) -> list[Diagnostic]:
    outcomes = list(judged(CHECKS, laid_out(engine, case), RULES))
    assert not [outcome for outcome in outcomes if outcome.status in ("crashed", "skipped")]
    return [finding for outcome in outcomes for finding in outcome.findings]


def matches(finding: Diagnostic, line: str) -> bool:
    """Whether a finding is what a line of a case says; values that it leaves out may be any."""
    level, sentence, *rest = re.findall(r"[^\s=]+='[^']*'|\S+", line)
    place = [word for word in rest if "=" not in word]
    wanted = dict(word.replace("'", "").split("=", 1) for word in rest if "=" in word)
    span = finding.span
    assert span and span.file == FILE
    return (
        (finding.severity, finding.sentence) == (level, sentence)
        and place == ([str(span.line)] if span.line else [])
        and wanted.items() <= dict(finding.values).items()
    )


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, engine: Any) -> None:
    case = CASES[name]
    told = found(engine, case)
    seen = [(item.severity, item.sentence, item.span, item.values) for item in told]
    assert len(told) == len(case["told"]), seen
    for line in case["told"]:
        assert any(matches(finding, line) for finding in told), (line, seen)
    for language in LANGUAGES:
        for finding in told:
            assert "{" not in show(finding, language, lambda _: [])


BROKEN = {line.split()[1] for case in CASES.values() for line in case["told"]}


def test_every_check_has_a_case_that_breaks_it_and_passes_the_good_one() -> None:
    assert {"/".join(sentence.split("/")[:2]) for sentence in BROKEN} == CHECKS.keys()
    assert CASES["good"]["told"] == []


def test_every_sentence_of_a_check_is_told_in_a_case() -> None:
    assert {code for code in codes() if "/".join(code.split("/")[:2]) in CHECKS} == BROKEN


def test_the_catalogue_knows_just_these_checks() -> None:
    assert {id_ for id_ in RULES if id_.startswith("layout/")} == CHECKS.keys()


def test_every_check_stands_in_the_ledger() -> None:
    ledger = tomllib.loads((ROOT / "brochure/pdf/ledger/layout.toml").read_text("utf-8"))
    assert CHECKS.keys() <= {where for row in ledger.values() for where in row.get("where", ())}


def test_the_fit_table_says_how_full_a_slot_is(engine: Any) -> None:
    (good,) = slots(laid_out(engine, {}))
    assert (good.unit, good.page, good.fit, round(good.limit_mm)) == ("introduction", 1, "page", 40)
    assert (good.over_mm, good.over_characters) == (0, 0)
    assert 0 < good.used_mm < good.limit_mm and good.characters > 80
    (full,) = slots(laid_out(engine, CASES["overflow"]))
    assert full.over_characters == 172 and full.used_mm == pytest.approx(40, abs=1)
