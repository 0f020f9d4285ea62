"""The small form in which texts speak of records: what it shows, and what it refuses."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from brochure.document.data import Field, Value
from brochure.merge.expression import Fault
from brochure.merge.meaning import Scope, truth
from brochure.merge.syntax import condition
from brochure.merge.text import plain

CASES = tomllib.loads((Path(__file__).parent / "expressions.toml").read_text("utf-8"))["shown"]
FIELDS = {
    "name": Field(type="text"),
    "einwohner": Field(type="integer"),
    "anteil": Field(type="decimal"),
    "budget": Field(type="money", currency="EUR"),
    "tag": Field(type="date"),
    "lage": Field(type="choice", values=("Nord", "Süd")),
    "offen": Field(type="boolean"),
    "foto": Field(type="picture"),
    "fehlt": Field(type="text", optional=True),
    "zahl": Field(type="decimal", optional=True),
}
VALUES: dict[str, Value] = {
    "name": "Hofstede *Süd*",
    "einwohner": 52340,
    "anteil": Decimal("0.125"),
    "budget": Decimal("10500.50"),
    "tag": date(2026, 12, 24),
    "lage": "Nord",
    "offen": True,
    "foto": "a.png",
    "fehlt": None,
    "zahl": None,
}


def outcome(text: str) -> str:
    try:
        return plain(text, Scope(FIELDS, "de")).of(VALUES)
    except Fault as fault:
        return f"! {fault.code} {fault.at}"


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_shown(text: str, expected: str) -> None:
    assert outcome(text) == expected


def test_the_language_of_the_edition_counts() -> None:
    text = "{{ record.einwohner }} {{ record.budget }} {{ record.tag | weekday }}"
    found = plain(text, Scope(FIELDS, "en")).of(VALUES)
    assert found == "52,340 €10,500.50 Thursday"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("record.einwohner > 1000", True),
        ("record.anteil >= 1", False),
        ("record.fehlt", False),
        ("not record.fehlt", True),
        ("record.fehlt == 'x'", False),
        ("record.fehlt != 'x'", True),
        ("record.zahl < 5 or record.offen", True),
        ("record.zahl < 5 and record.offen", False),
        ("record.offen == false", False),
        ("record.tag == '2026-12-24' and not (record.lage == 'Süd')", True),
    ],
)
def test_conditions(text: str, expected: bool) -> None:
    assert truth(condition(text), Scope(FIELDS, "de"))(VALUES) is expected


@pytest.mark.parametrize("text", ["", "record.einwohner >", "record.x }}", "1 < 2 < 3", "a b"])
def test_no_conditions(text: str) -> None:
    with pytest.raises(Fault):
        truth(condition(text), Scope(FIELDS, "de"))
