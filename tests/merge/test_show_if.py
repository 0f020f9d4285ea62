"""What is shown for some records only: what is left, how it is numbered, what stays shared."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from brochure.catalog import Format
from brochure.content import read_document, read_template
from brochure.diagnostics import Problems, Severity
from brochure.diagnostics.show import show
from brochure.document.data import Field, Record
from brochure.document.document import Source
from brochure.document.edition import Order
from brochure.document.walk import texts
from brochure.html import units_of
from brochure.merge.template import KEPT, MergeTemplate, merge
from brochure.merging import report_of
from brochure.planning import plan
from brochure.preparation import Prepared, prepare
from brochure.project import Project

FIELDS = {
    "name": Field(type="text"),
    "offen": Field(type="boolean"),
    "lage": Field(type="choice", values=("Nord", "Ost")),
    "tag": Field(type="date", optional=True),
}
TEXT = """
title: Brief
description: Ein Brief
introduction: {id: start, heading: Anfang, blocks: [{id: los, text: "Es geht los: [alle](#alle)"}]}
messages:
  - id: offen
    show_if: record.offen
    heading: Offen
    blocks:
      - {id: oben, text: "Zum [Termin](#unten)"}
      - {id: unten, text: Unten}
  - id: alle
    heading: Alle
    blocks:
      - {id: a, text: Erstes}
      - {id: b, show_if: record.tag and record.lage == 'Nord', text: "Am {{ record.tag }}"}
      - {id: c, show_if: record.lage == 'Ost', text: "Im Osten, siehe [hier](#c)"}
      - {id: d, text: Letztes}
  - {id: name, heading: "Für {{ record.name }}", blocks: [{id: e, text: Ende}]}
imprint: {id: ende, heading: Impressum}
"""


def template(text: str = TEXT) -> MergeTemplate:
    return read_template("de.yaml", text.encode(), "de", (), FIELDS)


def record(**values: object) -> Record:
    known = {"name": "Hamme", "offen": True, "lage": "Nord", "tag": None, **values}
    return Record(1, "Hamme", known)  # type: ignore[arg-type]


def shown(source: Source) -> list[str]:
    sections = source.document.messages
    return [each.id for section in sections for each in (section, *section.blocks)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "offen oben unten alle a d name e"),
        ({"offen": False}, "alle a d name e"),
        ({"lage": "Ost"}, "offen oben unten alle a c d name e"),
        ({"offen": False, "lage": "Ost"}, "alle a c d name e"),
    ],
)
def test_what_a_record_is_shown(values: dict[str, object], expected: str) -> None:
    assert shown(merge(template(), record(**values))) == expected.split()


def test_each_text_keeps_its_place_in_the_file() -> None:
    text = template()
    for values in ({}, {"offen": False}, {"lage": "Ost"}):
        source = merge(text, record(**values))
        lines = TEXT.splitlines()
        for path, _, value in texts(source.document):
            line = lines[source.places[path].line - 1]
            assert value in line or "{{" in line


def test_messages_are_counted_as_they_are_shown() -> None:
    source = merge(template(), record(offen=False))
    (units,) = units_of(source.document, Format.named("a5-brochure"))
    assert [(unit.name, unit.number) for unit in units if unit.number] == [("alle", 1), ("name", 2)]


def test_a_field_that_a_condition_asks_for_is_there() -> None:
    source = merge(template(), record(tag=date(2026, 12, 24)))
    assert "Am 24.12.2026" in [text for _, _, text in texts(source.document)]


def test_records_that_are_shown_the_same_share_it() -> None:
    text = template()
    one, other = (merge(text, record(name=name, offen=False, lage="Ost")) for name in "ab")
    assert one.places is other.places
    assert one.document.messages[0] is other.document.messages[0]
    assert one.document.messages[1] is not other.document.messages[1], "it speaks of the record"
    whole = merge(text, record())
    assert whole.document.messages[0] is text.source.document.messages[0]
    assert whole.document.introduction is one.document.introduction


def test_variants_do_not_pile_up() -> None:
    sections = "".join(
        f"  - {{id: x{n}, show_if: record.name == '{n}', heading: H}}\n" for n in range(2 * KEPT)
    )
    text = template(TEXT.replace("messages:\n", f"messages:\n{sections}"))
    for number in range(2 * KEPT):
        assert shown(merge(text, record(name=str(number))))[0] == f"x{number}"
    assert text._variant.cache_info().currsize == KEPT  # type: ignore[attr-defined]


@pytest.mark.parametrize("old", ["  - {id: name, ", "blocks: [{id: e, ", "{id: start, "])
def test_a_publication_without_records_has_no_conditions(old: str) -> None:
    messages = "messages:\n  - {id: name, heading: Name, blocks: [{id: e, text: Ende}]}\nimprint:"
    text = re.sub("(?s)messages:.*imprint:", messages, TEXT).replace("#alle", "#name")
    read_document("de.yaml", text.encode(), "de", ())
    assert old in text
    with pytest.raises(Problems) as caught:
        read_document("de.yaml", text.replace(old, f"{old}show_if: record.x, ").encode(), "de", ())
    assert [item.code for item in caught.value.diagnostics] == ["merge/no-records"]


def in_brief(brief: Project, *changes: tuple[str, str]) -> Path:
    path = brief.root / "content/brief/de.yaml"
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    return path


def condition_at(id_: str, condition: str) -> tuple[str, str]:
    return f"  - id: {id_}\n", f"  - id: {id_}\n    show_if: {condition}\n"


def test_a_record_of_which_nothing_would_be_left_is_told_before_anything_is_made(
    brief: Project,
) -> None:
    north = "record.lage == 'Nord'"
    in_brief(brief, *(condition_at(name, north) for name in ("geld", "termin", "fest")))
    report = report_of(brief, "brief")
    bad = [report.keys[place] for place, at in enumerate(report.selected) if report.is_bad(at)]
    assert bad and "Hamme" not in bad
    with pytest.raises(Problems) as caught:
        plan(brief, Order(records=(bad[0],)))
    (finding,) = caught.value.diagnostics
    assert finding.severity is Severity.ERROR
    assert show(finding, "en", brief.lines).startswith(
        f"content/brief/data/quartiere.csv:{finding.span and finding.span.line}:1  "
        f"error[records/nothing-shown]  {bad[0]}: no message would be shown"
    )
    assert {item.record for item in plan(brief, Order(skip_bad_records=True))}.isdisjoint(bad)


@pytest.fixture
def brochure_of_brief(brief: Project) -> Project:
    """The letter as a brochure, with a look of its own: a link that leads outside is refused."""
    for name in ("styles", "fonts"):
        folder = brief.root / name
        origin = folder.resolve()
        folder.unlink()
        shutil.copytree(origin, folder)
    settings = brief.root / "content/brief/publication.yaml"
    settings.write_text(settings.read_text("utf-8").replace("dl-leaflet", "a5-brochure"), "utf-8")
    return brief


def prepared(project: Project, key: str) -> Prepared:
    (edition,) = plan(project, Order(records=(key,), profiles=("web",)))
    return prepare(project, edition)


def test_a_layout_is_held_against_what_is_left_for_each_record(brochure_of_brief: Project) -> None:
    """For the first record it fits, for the second the list is hidden that it can't do without."""
    items = "        list:\n          - {id: eins, text: Eins}\n"
    block = f"      - id: liste\n        show_if: record.barrierefrei\n{items}"
    in_brief(
        brochure_of_brief,
        ("layout: single\n    lead: fest-satz", "layout: formula\n    lead: fest-satz"),
        ("      - id: fest-satz\n", f"{block}      - id: fest-satz\n"),
    )
    prepared(brochure_of_brief, "Hamme")
    with pytest.raises(Problems) as caught:
        prepared(brochure_of_brief, "Hordel")
    assert [item.code for item in caught.value.diagnostics] == ["html/template-fault"]
    prepared(brochure_of_brief, "Hamme")


def test_units_that_are_shown_alike_are_compiled_once(brochure_of_brief: Project) -> None:
    """What speaks of no record is kept for all who are shown it under the same number."""
    in_brief(brochure_of_brief, condition_at("geld", "record.barrierefrei"))
    made = {}
    for key in ("Hamme", "Hordel", "Riemke"):
        ready = prepared(brochure_of_brief, key)
        (units,) = units_of(ready.source.document, ready.format)
        (unit,) = [unit for unit in units if unit.name == "fest"]
        made[key] = (unit.number, ready.renderers()[0].html(unit, "right", {}))
    assert [number for number, _ in made.values()] == [3, 2, 2]
    assert made["Hordel"] == made["Riemke"] != made["Hamme"]
    assert not any(html.of_record for _, html in made.values())
