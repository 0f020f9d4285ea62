"""Whatever kind of file they stand in, the records are the same; what each kind has of its own."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from brochure.content.records.read import Records, read_records
from brochure.content.records.types import Reading
from brochure.content.records.xlsx_rows import column_letters
from brochure.diagnostics import Problems
from brochure.document.data import Data
from tests.merge import kinds

READING = Reading("de", {})
KINDS: dict[str, Callable[[], bytes]] = {
    "csv": kinds.as_csv,
    "json": kinds.as_json,
    "yaml": kinds.as_yaml,
    "xlsx": kinds.as_xlsx,
    "parquet": kinds.as_parquet,
}
EXPECTED = [
    {
        "ort": "Hamme",
        "plz": "0176",
        "einwohner": 52340,
        "anteil": Decimal("0.125"),
        "tag": date(2026, 12, 24),
        "offen": True,
    },
    {
        "ort": "Größe „A“, B",
        "plz": "44777",
        "einwohner": 7,
        "anteil": None,
        "tag": date(2027, 1, 2),
        "offen": False,
    },
]


def read(kind: str, data: bytes, settings: Data = kinds.DATA) -> Records:
    return read_records(f"data.{kind}", data, settings, READING)


def values(records: Records) -> list[object]:
    return [records.record(index).values for index in range(len(records))]


def codes(kind: str, data: bytes, settings: Data = kinds.DATA) -> list[str]:
    with pytest.raises(Problems) as caught:
        values(read(kind, data, settings))
    return [item.code for item in caught.value.diagnostics]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_records(kind: str) -> None:
    assert values(read(kind, KINDS[kind]())) == EXPECTED


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_separator_and_byte_order_mark_are_found(separator: str, encoding: str) -> None:
    assert values(read("csv", kinds.as_csv(separator, ",", encoding))) == EXPECTED


def test_what_cannot_be_found_is_said() -> None:
    data = kinds.as_csv(encoding="utf-16")
    assert codes("csv", data) == ["records/utf-16"]
    assert values(read("csv", data, replace(kinds.DATA, encoding="utf-16"))) == EXPECTED
    windows = "ort;plz\nKöln;50667\n".encode("cp1252")
    assert codes("csv", windows) == ["records/encoding"]


def test_numbers_of_another_language() -> None:
    english = kinds.as_csv(mark=".")
    assert codes("csv", english) == ["records/not-a-number"]
    reading = Reading("en", {})
    found = read_records("data.csv", english, kinds.DATA, reading)
    assert values(found) == EXPECTED


def test_a_cell_of_a_spreadsheet_is_named() -> None:
    row = ("Hamme", "44", "viele", None, date(2026, 1, 1), True)
    records = read("xlsx", kinds.as_xlsx([row]))
    _, (finding,) = records.examine(0)
    assert dict(finding.values)["record"] == "Hamme (Tabelle1!C2)"
    assert codes("xlsx", kinds.as_xlsx(), replace(kinds.DATA, sheet="Tabelle2")) == [
        "records/sheet"
    ]


def test_names_of_columns() -> None:
    assert [column_letters(index) for index in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]


def test_a_spreadsheet_that_would_unpack_to_too_much() -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for number in range(30):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b" " * 10_000_000)
    assert codes("xlsx", made.getvalue()) == ["records/too-large"]


def test_parquet_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    data = kinds.as_parquet()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert codes("parquet", data) == ["records/no-pyarrow"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[" * 100_000, "records/json"),
        (b"[[1]]", "records/json-object"),
        (b'[{"ort": ' + b"[" * 100_000, "records/json"),
        (b'[{"ort": NaN}]', "records/json"),
        (b'[{"ort": "a"}', "records/json"),
        (b'[{"ort": "a"}] x', "records/json"),
        (b"\xff\xfe", "records/utf-16"),
        (b'["\xfc"]', "records/encoding"),
        (b"", "records/json-list"),
        (b"[]", "records/empty"),
    ],
)
def test_json_made_to_hurt(data: bytes, code: str) -> None:
    assert codes("json", data) == [code]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("data", [b"", b"\0" * 100, b"PK\x03\x04", b"a;b\n" * 1000, b"\xff" * 9])
def test_any_bytes_are_told_about(kind: str, data: bytes) -> None:
    assert codes(kind, data)


def test_too_many_records(monkeypatch: pytest.MonkeyPatch) -> None:
    from brochure.catalog import records as catalogue

    small = replace(catalogue.limits(), records=1)
    for name in ("csv_rows", "json_rows", "xlsx_rows", "parquet_rows"):
        module = f"brochure.content.records.{name}.limits"
        monkeypatch.setattr(module, lambda: small)
    for kind in ("csv", "json", "parquet"):
        assert codes(kind, KINDS[kind]()) == ["records/too-many"], kind
